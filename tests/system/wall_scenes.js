// Draws made-up boards into a wall's own page, by `scenes.show(name, ...)`, and measures the picture.
async () => {
  const { draw } = await import("/static/js/shared/render.js");
  const { page } = await import("/static/js/shared/page.js");
  const { fitNames } = await import("/static/js/wall/fit.js");
  const { view } = await import("/static/js/wall/view.js");

  const DAY = "2023-09-11";
  const at = (minutes) => `${DAY}T${new Date(minutes * 60000).toISOString().slice(11, 16)}:00+08:00`;
  const NAMES = ["环境设计2班", "播音与主持艺术（蒙语授课）2班", "服装与服饰设计班",
    "视觉传达设计（师范类）2023级1班", "产品设计班", "数字媒体艺术1班", "数字媒体艺术2班", "动画班", "摄影班",
    "广播电视编导1班", "文化产业管理（专升本）1班", "表演1班"];
  const COLLEGES = ["计算机与软件工程学院", "教育科学学院", "外国语学院", "马克思主义学院", "化学与材料工程学院",
    "数学与统计学院", "体育学院", "经济管理学院", "法学院", "音乐舞蹈学院", "新闻与传播学院", "国际教育学院"];
  const MONGOLIAN = "ᠤᠷᠠᠨ ᠵᠢᠷᠤᠭ ᠤᠨ ᠳᠡᠭᠡᠳᠦ ᠰᠤᠷᠭᠠᠭᠤᠯᠢ";

  const some = (n, make) => Array.from({ length: n }, (_, i) => make(i));
  const of = (names, i) => names[i % names.length];

  function ticket(i, names, more) {
    return { ticket: `B${String(i + 1).padStart(3, "0")}`, kind: "class", class: of(names, i), heads: 27,
      college: "设计学院", eta: at(660 + 4 * i), eta_latest: null, why: "on_time", priority: null, ...more };
  }
  function station(number, state, names, more) {
    const taken = state === "calling" || state === "shooting";
    return { ...(taken ? ticket(number + 40, names) : { ticket: null }), station: number, state, recalls: 0,
      mongolian: MONGOLIAN, photographed: 21, called_at: null, ends_at: at(660), ...more };
  }
  function windowed(i, more) {
    return { venue: "here", place: "云谷校区", opens: at(480 + 30 * i), closes: at(510 + 30 * i), state: "later",
      make_up: false, college_id: "c", college: of(COLLEGES, i), mongolian: MONGOLIAN, classes: [], expected: 9,
      ...more };
  }
  function board(states, waiting, names, more) {
    const queue = some(waiting, (i) => ticket(i, names));
    return { version: 1, at: at(640), venue: "here", title: "", drill: false,
      stations: states.map((state, i) => station(i + 1, state, names)),
      next: queue.slice(0, 5), others: queue.slice(5), held: [], missed: [],
      waiting: { classes: waiting, heads: 9 }, windows: some(8, windowed), notice: null, closing: null, ...more };
  }

  const absent = (names) => ({ missed: [ticket(70, names)], held: [ticket(71, names)] });
  const late = { kind: "late", heads: 1 };
  const TWO = ["calling", "shooting"];
  const TWELVE = some(12, (i) => ([2, 6, 9].includes(i) ? "calling" : i === 11 ? "idle" : "shooting"));
  const room = (i, state, names) => ({
    ...board([state], 8, names), venue: `room-${i}`, next: some(5, (n) => ticket(n + 5 * i, names)),
    stations: [station(1, state, some(1, () => of(names, i)))],
  });
  const ROOMS = ["shooting", "calling", "shooting", "calling", "idle", "shooting", "shooting"];
  const NOTICE = "请各班班长清点人数，带好采集码，在门口按学号排队，不要堵住通道，谢谢大家配合，后面的班级也请提前准备好";

  // A scene is the boards of a screen.
  const SCENES = {
    waiting: (names) => [board(TWO, 14, names, absent(names))],
    one_waiting: (names) => [board(TWO, 1, names)],
    nobody_waits: (names) => [board(TWO, 0, names)],
    single: (names) => {
      const drawn = board(TWO, 4, names);
      return [{ ...drawn, stations: [station(1, "shooting", names), station(2, "calling", names, late)] }];
    },
    single_waits: (names) => {
      const drawn = board(TWO, 9, names);
      for (const row of [drawn.next[0], drawn.next[2], drawn.others[1]]) Object.assign(row, late);
      return [drawn];
    },
    one_idle: (names) => [board(["calling", "idle"], 7, names)],
    all_idle: (names) => [board(["idle", "idle"], 12, names, absent(names))],
    paused: (names) => [board(["paused", "shooting"], 6, names)],
    closed: (names) => [board(["closed", "closed"], 6, names)],
    three: (names) => [board(["calling", "shooting", "shooting"], 9, names)],
    four: (names) => [board(["calling", "shooting", "calling", "shooting"], 12, names, absent(names))],
    twelve: (names) => [board(TWELVE, 36, names)],
    twelve_called: (names) => [board(some(12, () => "calling"), 36, names)],
    twelve_shooting: (names) => [board(some(12, () => "shooting"), 36, names)],
    notice: (names) => [board(TWO, 14, names, { ...absent(names), notice: "午休到 13:00，请各班班长看好时间" })],
    long_notice: (names) => [board(TWO, 14, names, { ...absent(names), notice: NOTICE })],
    seven_rooms: (names) => ROOMS.map((state, i) => room(i, state, names)),
    thirteen_rooms: (names) => some(13, (i) => room(i, ROOMS[i % 7], names)),
    two_halls: (names) => some(2, (i) => ({ ...board(TWO, 9, names), venue: `room-${i}` })),
    many_windows: () => [board(["idle"], 0, NAMES, { windows: [...some(3, (i) => windowed(i, { state: "past" })),
      ...some(15, (i) => windowed(i + 3, i ? {} : { state: "now" })),
      ...some(9, (i) => windowed(i, { venue: "far", place: "北校区体育馆" }))] })],
    windows_35: () => some(7, (i) => ({ ...board(["idle"], 0, NAMES), venue: `room-${i}`,
      windows: some(35, (n) => windowed(Math.floor(n / 7), { venue: `room-${n % 7}`, place: `A10${n % 7}`,
        college: of(COLLEGES, n), classes: n % 3 ? [of(NAMES, n)] : [] })) })),
    classes_come: () => [board(["idle"], 0, NAMES, { windows: [
      ...some(11, (i) => windowed(i, { classes: NAMES.slice(0, i % 4) })),
      windowed(12, { college: null, college_id: null, mongolian: "", make_up: true })] })],
    columns: () => [board(["idle"], 0, NAMES, { windows: [windowed(0, { state: "past" }), windowed(1, { state: "now" }),
      ...some(5, (i) => windowed(i + 2)), windowed(7, { college: null, mongolian: "", make_up: true })] })],
  };

  const all = (selector) => [...document.querySelectorAll(selector)];

  function show(scene, names = NAMES) {
    const boards = SCENES[scene](names);
    page.halls = boards.map(({ venue }) => venue);
    page.venues = boards.map(({ venue }, i) => ({ id: venue, name: boards.length > 1 ? `A10${i}` : "云谷校区" }));
    for (const [id, content] of Object.entries(view(boards))) {
      draw(document.getElementById(id), content);
      document.getElementById(id).hidden = `${content}`.trim() === "";
    }
    document.getElementById("footer").hidden = false;
    fitNames(document.getElementById("screen"));
  }

  /** Texts with their heights, in arcminutes as seen from 14 m on a screen of 55 inches at 16:9. */
  function heights(selector) {
    const millimetres = 1217.7 / innerWidth;
    const seen = (one) => Math.atan((parseFloat(getComputedStyle(one).fontSize) * millimetres) / 14000);
    return all(selector).map((one) => [one.dataset.text || one.textContent, (seen(one) * 180 * 60) / Math.PI]);
  }

  window.scenes = { names: Object.keys(SCENES), show, heights };
  await document.fonts.ready;
}
