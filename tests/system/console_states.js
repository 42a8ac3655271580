// Brings the console into every state by desks of its own, with names that nobody would wish for, and
// lists what `crowded` finds in each.
async (crowded, target) => {
  const { change, view } = await import("/static/js/console/view.js");
  const { actions } = await import("/static/js/console/actions.js");

  const NAMES = [
    "国画班",
    "视觉传达设计（师范类）2023级1班",
    "播音与主持艺术（蒙语授课方向）少数民族预科2班",
    "COMMENCEMENT 2024 W",
  ];
  const AT = "2023-09-11T10:35:00+08:00";
  const row = (number, name, more) => ({
    ...view.desk.queue[0], ticket: number, kind: "class", class: name, college: "文化艺术管理学院",
    heads: 128, expected: 130, photographed: 0, counted: 0, recalls: 3, checked_in_at: AT,
    called_at: AT, started_at: AT, ended_at: AT, eta: AT, why: "late", absent: [], missed: [],
    fee: null, shot_at: 1, ...more,
  });

  function desk(name, { state, photographed = 0, other = null, notice = null, unclosed = [] }) {
    const ticket = state && row("A001", name, { state, photographed, counted: photographed });
    const called = other && row("AA002", name, { state: other });
    const waiting = NAMES.map((one, i) => row(`B00${i}`, one, { state: "waiting" }));
    const some = (s) => [row(`C-${s}`.slice(0, 4), name, { state: s })];
    return {
      ...view.desk, notice, unclosed, notice_until: notice && AT,
      stations: [{ station: 1, setting: "open", ticket }, { station: 2, setting: "open", ticket: called },
        { station: 3, setting: "paused", ticket: null }, { station: 4, setting: "closed", ticket: null }],
      queue: name === NAMES[0] ? [] : [row("A009", name, { state: "waiting" }), ...waiting],
      held: some("held"), missed: some("missed"),
      finished: NAMES.map((one, i) => row(`D00${i}`, one, { state: "finished", photographed: 128 })),
    };
  }

  const STATES = {
    idle: {},
    called: { state: "called" },
    "shooting none": { state: "shooting" },
    "shooting some": { state: "shooting", photographed: 121 },
    elsewhere: { other: "called" },
    "both called": { state: "called", other: "called" },
    notice: { state: "called", notice: "走廊太挤，请各位同学在 A 区坐着等，不要站在门口", unclosed: ["2023-09-10"] },
  };
  const PANELS = [
    null, { kind: "queue", unfolded: "A009" }, { kind: "queue", unfolded: "D001" }, { kind: "stations" },
    { kind: "ticket", ticket: "D001" }, { kind: "again", ticket: "D001" }, { kind: "announce" },
    { kind: "log" }, { kind: "close_day", date: "2023-09-11" }, { kind: "fee", ticket: "D001" },
  ];
  const drawn = () => new Promise((wake) => requestAnimationFrame(() => requestAnimationFrame(wake)));
  const faults = new Set();
  async function look(what) {
    await drawn();
    for (const fault of crowded(target)) faults.add(`${what}: ${fault}`);
  }

  await document.fonts.ready;
  for (const name of NAMES) {
    for (const [state, made] of Object.entries(STATES)) {
      for (const station of [1, "all"]) {
        change({ desk: desk(name, made), station, panel: null });
        await look(`${state}, ${station}, ${name}`);
      }
    }
    for (const panel of PANELS) {
      // The hall's own desk may have been pushed meanwhile.
      change({ desk: desk(name, STATES.idle), station: 1 });
      if (!panel || (panel.unfolded === "A009" && !view.desk.queue.length)) continue;
      actions.open(panel);
      if (panel.unfolded) actions.unfold({ ticket: panel.unfolded });
      await look(`${panel.kind}, ${name}`);
    }
  }
  return [...faults];
}
