// What is no part of the page, which never changes by itself, is asked for; not before somebody sees the page.
const ask = () => {
  // How often this story was read; that it is asked counts as a reader.
  const place = document.querySelector("[data-views]");
  if (place) {
    fetch("/-/views?path=" + encodeURIComponent(location.pathname))
      .then((answer) => (answer.ok ? answer.json() : { views: 0 }))
      .then(({ views }) => {
        if (views > 0) {
          place.textContent = place.dataset.views.replace("#", String(views).replace(/\B(?=(\d{3})+$)/g, "\u00a0"));
          place.hidden = false;
        }
      })
      .catch(() => {});
  }

  // What else there is on the same: it changes with other stories.
  const kin = document.querySelector("[data-related]");
  if (kin) {
    fetch("/-/related?path=" + encodeURIComponent(location.pathname))
      .then((answer) => (answer.ok ? answer.json() : { stories: [] }))
      .then(({ stories }) => {
        // What stands above already is not told twice.
        const above = [...document.querySelectorAll(".before a")].map(({ pathname }) => pathname);
        for (const story of stories.filter(({ path }) => !above.includes(path))) {
          const link = document.createElement("a");
          link.href = story.path;
          link.textContent = story.headline;
          const headline = document.createElement("h3");
          headline.append(link);
          const item = document.createElement("li");
          item.append(headline);
          kin.querySelector("ul").append(item);
        }
        kin.hidden = kin.querySelector("li") === null;
      })
      .catch(() => {});
  }
};
if (document.prerendering) {
  document.addEventListener("prerenderingchange", ask, { once: true });
} else {
  ask();
}
