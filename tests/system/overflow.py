"""Boards that nobody would wish for, drawn in a page, and what of them lies outside its place."""

# Draws every number of stations in every state with names of 2 to 24 characters into the wall's
# own page and lists what is clipped, covered or out of place.
STRESS = """
async (lengths) => {
  const { drawStations } = await import("/static/js/wall/stations.js");
  const { nextList } = await import("/static/js/wall/next.js");
  const { draw } = await import("/static/js/render.js");
  const byId = (id) => document.getElementById(id);
  byId("connecting").hidden = byId("day").hidden = true;
  byId("halls").hidden = byId("footer").hidden = false;
  const LONG = "播音与主持艺术蒙语授课方向少数民族预科升入本科的一班";
  const college = "文化艺术管理学院";
  const row = (n) => ({ ticket: "W" + String(n).padStart(3, "0"), kind: n % 3 ? "class" : "held_back",
    college, mongolian: "ᠤᠷᠠᠨ ᠵᠢᠷᠤᠭ ᠤᠨ ᠳᠡᠭᠡᠳᠦ ᠰᠤᠷᠭᠠᠭᠤᠯᠢ", heads: 199 });
  const STATES = ["calling", "shooting", "paused", "idle"];
  const station = (n, state, name) => state === "paused" || state === "idle"
    ? { station: n, state, ticket: null }
    : { ...row(n), station: n, state, class: name, photographed: 188, recalls: n % 2,
        ends_at: "2023-09-11T11:00:00+08:00" };
  const waiting = (n, name) => ({ ...row(n), class: name, eta: "2023-09-11T11:00:00+08:00",
    eta_latest: "2023-09-11T11:30:00+08:00", why: n % 2 ? "late" : "early" });
  const found = [];
  const halls = [...document.querySelectorAll(".hall")];
  const pick = (count, length, first = 0, rows = 5) => {
    const name = LONG.slice(0, length);
    for (const hall of halls) {
      const cards = Array.from({ length: count }, (_, i) => station(i + 1, STATES[(i + first) % 4], name));
      drawStations(hall.querySelector(".stations"), cards);
      draw(hall.querySelector(".next"), nextList(Array.from({ length: rows }, (_, i) => waiting(i + 1, name))));
    }
  };
  /*PICK*/
  const places = new Map();
  for (let count = 1; count <= 6; count++)
    for (const length of lengths)
      for (let first = 0; first < 4; first++) {
        pick(count, length, first, (length + first) % 6);
        const report = (part, why) => found.push({ part, why, stations: count, length,
          state: STATES.map((_, i) => STATES[(i + first) % 4]).slice(0, count).join() });
        for (const element of document.querySelectorAll(
          ".card, .card *, .next, .next *, .where, header *, #footer, #footer *")) {
          const box = element.getBoundingClientRect();
          if (box.width === 0 || element.closest(".mongolian") || element.matches(".pulse, i")) continue;
          const card = (element.closest(".card, .next li, .next") ?? byId("screen")).getBoundingClientRect();
          const out = Math.max(card.left - box.left, box.right - card.right,
            card.top - box.top, box.bottom - card.bottom);
          const em = parseFloat(getComputedStyle(element).fontSize);
          const of = `${element.tagName}.${element.className}`;
          if (out > 0.3 * em) report(of, `out of its place by ${Math.round(out)}`);
          const clips = getComputedStyle(element).overflow === "hidden" && !element.matches(".card");
          const ellipsis = getComputedStyle(element).textOverflow === "ellipsis";
          if (clips && element.scrollHeight > element.clientHeight + 0.6 * em) report(of, "cut off below");
          if (clips && !ellipsis && element.scrollWidth > element.clientWidth + 1) report(of, "cut off");
        }
        const texts = [".chip", ".number", ".kind", ".name", ".please", ".progress > span", ".place", "time", "small"];
        for (const card of document.querySelectorAll(".card, .next li")) {
          const parts = [...card.querySelectorAll(texts.join())].map((e) => [e, e.getBoundingClientRect()])
            .filter(([, b]) => b.width > 0);
          parts.forEach(([a, x], i) => parts.slice(i + 1).forEach(([b, y]) => {
            if (a.contains(b)) return;
            const over = Math.min(x.right, y.right) - Math.max(x.left, y.left);
            const deep = Math.min(x.bottom, y.bottom) - Math.max(x.top, y.top);
            const em = parseFloat(getComputedStyle(a).fontSize);
            if (over > 1 && deep > 0.4 * em) report(`${a.className || a.tagName} on ${b.className || b.tagName}`, `${Math.round(over)}x${Math.round(deep)}`);
          }));
        }
        for (const card of document.querySelectorAll(".card, .next")) {
          const { left, top, width, height } = card.getBoundingClientRect();
          const place = [left, top, width, height].map(Math.round).join();
          const key = `${count} ${[...document.querySelectorAll(".card, .next")].indexOf(card)}`;
          if ((places.get(key) ?? place) !== place) report(card.className, "jumped");
          places.set(key, place);
        }
      }
  return found;
}
"""
