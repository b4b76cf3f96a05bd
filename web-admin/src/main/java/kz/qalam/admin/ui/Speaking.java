package kz.qalam.admin.ui;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.arc.Arc;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.TemplateInstance;

/** Has every template speak the visitor's language. */
@Singleton
class Speaking {

    private final Visitor visitor;

    Speaking(Visitor visitor) {
        this.visitor = visitor;
    }

    void prepare(@Observes EngineBuilder engine) {
        engine.addTemplateInstanceInitializer(this::speak);
    }

    private void speak(TemplateInstance template) {
        if (Arc.container().requestContext().isActive()) {
            template.setLocale(visitor.tongue().locale());
        }
    }
}
