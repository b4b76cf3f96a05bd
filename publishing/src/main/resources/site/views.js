// How often this story was read is no part of the page, which never changes by itself: it is asked for.
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
