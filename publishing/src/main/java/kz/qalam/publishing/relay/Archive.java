package kz.qalam.publishing.relay;

import jakarta.inject.Singleton;

/** What has been released, as the database tells it to the site. */
@Singleton
class Archive {
    final Releases releases;
    final Standings standings;
    final Sections sections;
    final Permalinks permalinks;
    final Seats seats;
    final Topics topics;
    final Readings readings;
    final Pictures pictures;
    final Lexicons lexicons;
    final House house;

    Archive(Releases releases, Standings standings, Sections sections, Permalinks permalinks, Seats seats,
            Topics topics, Readings readings, Pictures pictures, Lexicons lexicons, House house) {
        this.releases = releases;
        this.standings = standings;
        this.sections = sections;
        this.permalinks = permalinks;
        this.seats = seats;
        this.topics = topics;
        this.readings = readings;
        this.pictures = pictures;
        this.lexicons = lexicons;
        this.house = house;
    }
}
