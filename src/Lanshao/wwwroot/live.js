// A part of a page that is marked data-live is taken anew from the page's own address when its topic moves.
// Who only passes through opens no stream; a page that nobody sees closes its own.
const LOOK_FIRST_MS = 8000;
const AT_MOST_EVERY_MS = 5000;
const REFUSED_MS = 60000;

const FRAMES = ".table-frame, .chart";

// Who has scrolled within a table stays where they are.
function replace(part, news) {
  const places = [...part.querySelectorAll(FRAMES)].map((frame) => [frame.scrollLeft, frame.scrollTop]);
  part.replaceWith(news);
  news.querySelectorAll(FRAMES).forEach((frame, at) => frame.scrollTo(...(places[at] ?? [0, 0])));
}

export function watchLive() {
  const parts = () => [...document.querySelectorAll("[data-live][id]")];
  if (parts().length === 0 || !window.EventSource) {
    return;
  }

  const seen = {};
  for (const part of parts()) {
    if (part.dataset.liveAt) {
      seen[part.dataset.live] = Number(part.dataset.liveAt);
    }
  }

  let source = null;
  let due = null;

  const refresh = async () => {
    due = null;
    const answer = await fetch(location.href, { headers: { Accept: "text/html", "X-Live": "1" } }).catch(() => null);
    if (!answer || !answer.ok) {
      return;
    }

    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of parts()) {
      const next = fresh.getElementById(part.id);
      const busy = part.contains(document.activeElement) || part.querySelector("details[open]");
      if (next && !busy && !next.isEqualNode(part)) {
        replace(part, document.importNode(next, true));
      }
    }
  };

  const hear = (event) => {
    const news = JSON.parse(event.data);
    const moved = parts().some((part) => part.dataset.live in seen && news[part.dataset.live] > seen[part.dataset.live]);
    Object.assign(seen, news);
    if (moved && due === null) {
      due = setTimeout(refresh, AT_MOST_EVERY_MS);
    }
  };

  const close = () => {
    source?.close();
    source = null;
  };

  const open = () => {
    if (source || document.hidden) {
      return;
    }

    source = new EventSource("/live");
    source.addEventListener("moved", hear);
    source.addEventListener("error", () => {
      if (source?.readyState === EventSource.CLOSED) {
        close();
        setTimeout(open, REFUSED_MS);
      }
    });
  };

  document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
  window.addEventListener("pagehide", close);
  setTimeout(open, LOOK_FIRST_MS);
}
