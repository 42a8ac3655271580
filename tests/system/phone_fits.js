// Draws a ticket with the longest names in every state, and lists what is wider than the phone, cut
// off or over something else. With `only` it draws that state and leaves it.
async ({ only }) => {
  const { draw, html } = await import("/static/js/shared/render.js");
  const { setClock } = await import("/static/js/shared/clock.js");
  const waits = await import("/static/js/phone/waiting.js");
  const others = await import("/static/js/phone/outcome.js");

  const AT = "2023-09-11T10:35:00+08:00";
  setClock(AT);
  const ticket = {
    number: "AA123", kind: "late", class: "播音与主持艺术（蒙语授课）2023级少数民族预科12班",
    college: "计算机科学与技术学院（软件学院）", mongolian: "ᠤᠷᠠᠨ ᠵᠢᠷᠤᠭ ᠤᠨ ᠳᠡᠭᠡᠳᠦ ᠰᠤᠷᠭᠠᠭᠤᠯᠢ",
    heads: 128, station: 12, ahead: 18, ahead_heads: 1048, photographed: 101, recalls: 0,
    shooting: ["AA119", "AA120", "AA121", "AA122"], eta: "2023-09-11T11:35:00+08:00",
    eta_latest: "2023-09-11T12:15:00+08:00",
  };
  const about = { now: Date.parse(AT), live: true, armed: false, ringing: true };
  const STATES = {
    waiting: () => waits.waiting({ ...ticket, state: "waiting" }, about),
    armed: () => waits.waiting({ ...ticket, state: "waiting" }, { ...about, armed: true }),
    next: () => waits.waiting({ ...ticket, state: "waiting", ahead: 0, ahead_heads: 0 }, about),
    called: () => others.called({ ...ticket, state: "called" }, about),
    shooting: () => others.shooting({ ...ticket, state: "shooting" }, about),
    finished: () => others.finished({ ...ticket, state: "finished" }, about),
    held: () => others.aside({ ...ticket, state: "held" }, about),
    missed: () => others.aside({ ...ticket, state: "missed" }, about),
    cancelled: () => others.aside({ ...ticket, state: "cancelled" }, about),
    withdrawn: others.withdrawn,
    unreachable: others.unreachable,
  };

  const main = document.getElementById("ticket");
  const NOTICE = html`<p class="notice">午休到十三点，下午的班请在 12:50 前到门口候场区等候叫号</p>`;

  function show(state) {
    document.body.dataset.state = state;
    draw(main, [NOTICE, STATES[state]()]);
  }

  const rows = (text) => {
    const range = document.createRange();
    range.selectNodeContents(text);
    const size = parseFloat(getComputedStyle(text.parentElement).fontSize);
    return [...range.getClientRects()].map(({ left, right, top, bottom }) => {
      const slack = Math.max((bottom - top - size) / 2, 0);
      return { left, right, top: top + slack, bottom: bottom - slack };
    });
  };

  function faults() {
    const found = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push("the page scrolls sideways");
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const placed = [];
    while (walker.nextNode()) {
      const text = walker.currentNode;
      if (!text.data.trim() || text.parentElement.closest("script, noscript, .mongolian, .spoken")) continue;
      const box = text.parentElement.closest(".ticket, .message, .notice, button, main, body").getBoundingClientRect();
      for (const row of rows(text).filter(({ left, right }) => right - left > 1)) {
        const out = Math.max(box.left - row.left, row.right - box.right, row.bottom - box.bottom, box.top - row.top);
        if (out > 1.5) found.push(`${text.data.trim().slice(0, 12)} is outside`);
        placed.push({ text: text.data.trim().slice(0, 12), row });
      }
    }
    placed.forEach((a, i) => placed.slice(i + 1).forEach((b) => {
      const wide = Math.min(a.row.right, b.row.right) - Math.max(a.row.left, b.row.left);
      const high = Math.min(a.row.bottom, b.row.bottom) - Math.max(a.row.top, b.row.top);
      if (wide > 2 && high > 3) found.push(`${a.text} lies on ${b.text}`);
    }));
    return [...new Set(found)];
  }

  if (only) return show(only);
  const all = {};
  for (const state of Object.keys(STATES)) {
    show(state);
    const found = faults();
    if (found.length) all[state] = found;
  }
  return all;
}
