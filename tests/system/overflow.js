// Draws boards that nobody would wish for into the wall's own page, and lists what lies outside its
// place, over something else, is cut off, or has jumped. Takes the lengths of the classes' names.
async (lengths) => {
  const { drawStations } = await import("/static/js/wall/stations.js");
  const { nextList } = await import("/static/js/wall/next.js");
  const { draw } = await import("/static/js/shared/render.js");

  const NAME = "播音与主持艺术蒙语授课方向少数民族预科升入本科的一班";
  // The widest letters, without a place to break, and words of capitals.
  const LATIN = ["W".repeat(24), "WORLD MUSIC CLASS 2024 W", "Commencement Gymnasium 4"];
  const STATES = ["calling", "shooting", "paused", "idle"];
  const PARTS = ".card, .card *, .next, .next *, .where, header *, #footer, #footer *";
  const TEXTS = ".chip, .number, .kind, .name, .please, .progress > span, .place, time, small";
  const EIGHT = "2023-09-11T08:00:00+08:00";

  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const box = (element) => element.getBoundingClientRect();
  const em = (element) => parseFloat(getComputedStyle(element).fontSize);
  const named = ({ tagName, className }) => `${tagName}.${className}`;

  const ticket = (n, name) => ({
    ticket: `W00${n}`, kind: n % 3 ? "class" : "held_back", class: name, heads: 199,
    college: "文化艺术管理学院", mongolian: "ᠤᠷᠠᠨ ᠵᠢᠷᠤᠭ ᠤᠨ ᠳᠡᠭᠡᠳᠦ ᠰᠤᠷᠭᠠᠭᠤᠯᠢ",
  });
  const waiting = (n, name) => ({ ...ticket(n, name), eta: EIGHT, eta_latest: EIGHT, why: "late" });
  const station = (n, state, name) => ({
    ...(["paused", "idle"].includes(state) ? { ticket: null } : ticket(n, name)),
    station: n, state, photographed: 188, recalls: n % 2, ends_at: EIGHT,
  });

  function show(count, name, first, rows) {
    const some = (n, make) => Array.from({ length: n }, (_, i) => make(i));
    for (const hall of all(".hall")) {
      const cards = some(count, (i) => station(i + 1, STATES[(i + first) % 4], name));
      drawStations(hall.querySelector(".stations"), cards);
      draw(hall.querySelector(".next"), nextList(some(rows, (i) => waiting(i + 1, name))));
    }
  }

  // Lines are less high than the letters' boxes, so a part of an em outside is no fault.
  function outside(element) {
    if (box(element).width === 0 || element.closest(".mongolian, i")) return [];
    const around = box(element.closest(".card, .next li, .next, #screen"));
    const { left, right, top, bottom } = box(element);
    const out = [around.left - left, right - around.right, around.top - top, bottom - around.bottom];
    const { overflow, textOverflow } = getComputedStyle(element);
    const clips = overflow === "hidden" && !element.matches(".card");
    const { scrollHeight, clientHeight, scrollWidth, clientWidth } = element;
    const low = clips && scrollHeight > clientHeight + 0.6 * em(element);
    const narrow = clips && textOverflow !== "ellipsis" && scrollWidth > clientWidth + 1;
    if (Math.max(...out) > 0.3 * em(element)) return [`${named(element)} is outside`];
    return low || narrow ? [`${named(element)} is cut off`] : [];
  }

  function covered(card) {
    const texts = all(TEXTS, card).filter((text) => box(text).width > 0);
    return texts.flatMap((a, i) => texts.slice(i + 1).filter((b) => !a.contains(b) && over(a, b))
      .map((b) => `${named(a)} lies on ${named(b)}`));
  }

  function over(a, b) {
    const [x, y] = [box(a), box(b)];
    const wide = Math.min(x.right, y.right) - Math.max(x.left, y.left);
    const deep = Math.min(x.bottom, y.bottom) - Math.max(x.top, y.top);
    return wide > 1 && deep > 0.4 * em(a);
  }

  const places = () => all(".card, .next").map((card) => {
    const { left, top, width, height } = box(card);
    return [left, top, width, height].map(Math.round).join();
  }).join(" ");

  for (const id of ["connecting", "day", "closing"]) document.getElementById(id).hidden = true;
  for (const id of ["halls", "footer"]) document.getElementById(id).hidden = false;
  const names = [...lengths.map((length) => NAME.slice(0, length)), ...LATIN];
  show(6, names[0], 0, 5);
  await document.fonts.ready;
  const faults = new Set();
  for (const count of [1, 2, 3, 4, 5, 6]) {
    const stood = new Set();
    for (const [i, name] of names.entries()) {
      for (const first of [0, 1]) {
        show(count, name, first, (i + first) % 6);
        const found = [...all(PARTS).flatMap(outside), ...all(".card, .next li").flatMap(covered)];
        for (const fault of found) faults.add(`${count} stations, ${name}: ${fault}`);
        stood.add(places());
      }
    }
    if (stood.size > 1) faults.add(`${count} stations: they jumped`);
  }
  return [...faults];
}
