// Puts the kiosk into every state, with more than one would wish for, and lists what lies over
// something else, outside its box or cut off. With `only` it draws that state and leaves it.
async ({ large, only }) => {
  const { state, beginAnew } = await import("/static/js/kiosk/state.js");
  const { render } = await import("/static/js/kiosk/screens.js");
  const { here } = await import("/static/js/kiosk/exception.js");
  const { take } = await import("/static/js/shared/heads.js");
  const { newWalkIn } = await import("/static/js/shared/walk_in.js");

  const some = (n, make) => Array.from({ length: n }, (_, i) => make(i));
  const at = (hour) => `2023-09-11T${hour}:00+08:00`;
  const planned = (name, i, ticket) => ({
    class_id: `c-${name}`, name, expected: 28 + (i % 5), taken: 0, state: ticket ? "waiting" : "expected",
    ticket: ticket ?? null, present: ticket ? 27 : null, checked_in_at: ticket ? at("08:31") : null,
    ahead: ticket ? 12 : null, eta: ticket ? at("10:39") : null,
  });
  const NAMES = [
    "视觉传达设计（师范类）2023级1班", "播音与主持艺术（蒙语授课）2班", "服装与服饰设计班", "国画班",
    "非物质文化遗产保护班", "环境设计1班", "工艺美术班", "产品设计班",
  ];
  const STATES = ["waiting", "called", "shooting", "held", "missed", "finished"];
  const eight = NAMES.map((name, i) => ({
    ...planned(name, i, i > 1 && i < 5 ? `B00${i}` : null), ...(i === 5 && { taken: 22, expected: 6 }),
  }));
  const numbered = (name, n) => some(n, (i) => {
    const one = planned(`${name}${i + 1}班`, i, i % 7 < 2 ? `B0${10 + i}` : null);
    return one.ticket ? { ...one, state: STATES[i % 6] } : one;
  });
  const college = (name, classes, i) => ({
    college_id: `college-${name}`, name, mongolian: i % 2 ? "" : "ᠤᠷᠠᠨ ᠵᠢᠷᠤᠭ ᠤᠨ ᠳᠡᠭᠡᠳᠦ ᠰᠤᠷᠭᠠᠭᠤᠯᠢ",
    expected: 1206, opens: at("08:30"), closes: at("09:30"), state: ["past", "now", "soon", "later"][i % 4],
    classes,
  });
  const LONG = "计算机科学与技术学院（软件学院）";
  const rolled = (paper, ...colleges) =>
    ({ ...real, day: real.at.slice(0, 10), paper, colleges: colleges.map(([n, cs], i) => college(n, cs, i)) });
  const real = state.roll;
  const roll = (paper = "now") => rolled(paper, ["设计学院", eight], ["美术学院", [planned("雕塑班", 1)]], ["舞蹈学院", []]);
  const many = (...classes) => ({ roll: rolled("now", [LONG, classes]), collegeId: `college-${LONG}`, screen: "classes" });
  const STUDENTS = some(40, (i) => ({
    student: `s${i}`, number: `20230${100 + i}`, college_id: "college-设计学院", class_id: eight[0].class_id,
    name: ["王伟", "欧阳修远", "阿拉坦其其格", "买买提·阿卜杜热合曼", "乌云毕力格苏日娜图雅", "那日苏"][i % 6],
  }));
  const absent = { ...here(40, 0), taken: 41, students: [{ student: "s3", reason: "absent" }, { student: "s4", reason: "not_told" }] };
  const counting = (more) => ({
    roll: roll(), screen: "count", classId: eight[1].class_id, split: here(28), students: [],
    queue: { classes: 12, heads: 348 }, ...more,
  });
  const person = (kind) => ({ ...newWalkIn(kind), person: STUDENTS[4], college_id: "college-设计学院", class_id: eight[0].class_id });
  const group = (kind) => ({ ...newWalkIn(kind), college_id: "college-设计学院", class_id: eight[2].class_id });
  const joining = (walkIn) => ({ roll: roll(), screen: "rejoin", walkIn, classId: eight[2].class_id });
  const ended = (paper, more = {}) => ({
    roll: roll(paper), screen: "done", classId: eight[0].class_id, left: 12, collegeId: "college-设计学院",
    outcome: { type: "check_in", number: "AA023", token: "t", heads: 28, ahead: 12, eta: at("10:39"), station: null, version: 1, ...more },
  });
  const fee = { method: "wechat", paid_yuan: 512.5, reference: "", note: "" };

  const SCENES = {
    home: { roll: roll(), screen: "home" },
    "home with 18 colleges": { roll: rolled("now", ...some(18, (i) => [i ? `第${i}学院` : LONG, []])), screen: "home" },
    classes: { roll: roll(), screen: "classes", collegeId: "college-设计学院" },
    "26 classes": many(...numbered("计算机科学与技术（师范）2023级", 18), ...numbered("软件工程2023级", 8)),
    "40 classes": many(...numbered("行政管理22-", 40)),
    "classes that share little": many(...eight, ...numbered("音乐学", 4), planned("作曲与作曲技术理论班", 1)),
    find: { roll: roll(), screen: "find", query: "S" },
    count: counting(),
    "count with reasons": counting({ split: { ...take(here(28), 23), reasons: { absent: 2, late: 1 } } }),
    "count resumed": counting({ isResumed: true }),
    "count typed": counting({ typed: "2" }),
    ready: counting({ part: "ready", lacking: { code: 3, dress: 12 } }),
    fee: counting({ part: "fee" }),
    "fee that differs": counting({ part: "fee", fee }),
    "fee typed": counting({ part: "fee", fee, typed: "512.5" }),
    names: counting({ students: STUDENTS.slice(0, 21), split: here(21, 0), classId: eight[0].class_id }),
    "names of whom some are missing": counting({ students: STUDENTS, split: absent, selected: "s4", classId: eight[0].class_id }),
    walk: { roll: roll(), screen: "walk" },
    who: { roll: roll(), screen: "who", walkIn: { ...newWalkIn("late"), query: "WW", found: STUDENTS.slice(0, 12) } },
    "who by number": { roll: roll(), screen: "who", digits: true, walkIn: { ...newWalkIn("late"), query: "01", found: [] } },
    walk_college: { roll: roll(), screen: "walk_college", walkIn: newWalkIn("late") },
    walk_class: { roll: roll(), screen: "walk_class", walkIn: group("late") },
    walk_in: { roll: roll(), screen: "walk_in", walkIn: person("held_back"), classId: eight[0].class_id },
    "walk_in of several": { roll: roll(), screen: "walk_in", walkIn: group("late"), classId: eight[2].class_id },
    rejoin: joining(person("late")),
    "rejoin of several": joining(group("late")),
    not_yet: { roll: roll(), screen: "not_yet", classId: eight[0].class_id },
    sending: { ...counting(), screen: "sending", sent: "count" },
    done: ended("now"),
    "done with a slip later": ended("later"),
    "done without paper": ended("none"),
    "done in a drill": ended("virtual"),
    "done at a station": ended("now", { type: "rejoin", station: 2, ahead: 0 }),
    already: { ...ended("now"), screen: "already", classId: eight[2].class_id },
    problem: { ...ended("now", { problem: "not_eligible" }), screen: "problem" },
    withdraw: { ...ended("now"), screen: "withdraw" },
    withdrawn: { ...ended("now"), screen: "withdrawn" },
    "home on a wrong day": { roll: { ...roll(), day: "2023-12-06" }, screen: "home" },
  };

  function set(scene) {
    beginAnew();
    Object.assign(state, { live: true }, scene, { large });
    render();
  }

  const box = (rect) => ({ left: rect.left, top: rect.top, right: rect.right, bottom: rect.bottom });
  const meet = (a, b) => ({
    left: Math.max(a.left, b.left), top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right), bottom: Math.min(a.bottom, b.bottom),
  });
  const isSeen = ({ left, top, right, bottom }) => right - left > 1 && bottom - top > 1;
  const named = (text) => text.data.trim().replace(/\s+/g, " ").slice(0, 16);

  /** Where letters stand: of each line less than their font's box, which is higher than hanzi. */
  function lines(text) {
    const range = document.createRange();
    range.selectNodeContents(text);
    const size = parseFloat(getComputedStyle(text.parentElement).fontSize);
    return [...range.getClientRects()].map(({ left, right, top, bottom }) => {
      const slack = Math.max((bottom - top - size) / 2, 0);
      return { left, right, top: top + slack, bottom: bottom - slack };
    });
  }

  /** What is seen of a line, and whether anything that does not scroll by design cuts it off. */
  function seen(text, line) {
    let rect = line;
    let cut = false;
    for (let e = text.parentElement; e; e = e.parentElement) {
      const { overflowX, overflowY, visibility, position } = getComputedStyle(e);
      if (visibility === "hidden") return { rect: { left: 0, right: 0, top: 0, bottom: 0 }, cut: false };
      const clips = overflowX !== "visible" || overflowY !== "visible";
      const isBox = clips || e.matches("button, .panel, .row, .cell, .tile, #main, #foot, #head");
      if (isBox) {
        const around = box(e.getBoundingClientRect());
        const out = [around.left - line.left, line.right - around.right, around.top - line.top, line.bottom - around.bottom];
        const inScroll = e.matches(".scroll") || e.parentElement?.closest(".scroll");
        const ellipsis = getComputedStyle(e).textOverflow === "ellipsis";
        if (e.matches(".scroll")) {
          rect = meet(rect, around);
          if (Math.max(out[0], out[1]) > 1) cut = true;
          return { rect, cut };
        }
        if (Math.max(...out) > 1.5 && !ellipsis) cut = true;
        if (clips) rect = meet(rect, around);
        if (inScroll && !clips) continue;
      }
      if (position === "fixed") break;
    }
    return { rect, cut };
  }

  function faults() {
    const found = [];
    const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement;
    if (scrollWidth > clientWidth || scrollHeight > clientHeight) found.push("the page scrolls");
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const placed = [];
    while (walker.nextNode()) {
      const text = walker.currentNode;
      const parent = text.parentElement;
      if (!text.data.trim() || parent.closest("script, noscript, .mongolian, .drill-badge, dialog, .below")) continue;
      for (const line of lines(text).filter(isSeen)) {
        const { rect, cut } = seen(text, line);
        if (cut) found.push(`「${named(text)}」 is cut off`);
        if (isSeen(rect)) placed.push({ text, rect });
      }
    }
    for (const element of document.querySelectorAll("#main button, #main .row, #main .panel, #main img, #foot button")) {
      if (element.closest(".scroll")) continue;
      const { left, top, right, bottom } = element.getBoundingClientRect();
      const around = element.closest("#main, #foot").getBoundingClientRect();
      if (left < around.left - 1 || right > around.right + 1 || top < around.top - 1 || bottom > around.bottom + 1) {
        found.push(`${element.tagName}.${element.className} 「${element.textContent.trim().slice(0, 12)}」 is outside`);
      }
    }
    placed.forEach((a, i) => placed.slice(i + 1).forEach((b) => {
      const both = meet(a.rect, b.rect);
      if (both.right - both.left > 2 && both.bottom - both.top > 3) {
        found.push(`「${named(a.text)}」 lies on 「${named(b.text)}」`);
      }
    }));
    return found;
  }

  if (only) return set(SCENES[only]);
  await document.fonts.ready;
  const all = {};
  for (const [name, scene] of Object.entries(SCENES)) {
    set(scene);
    await document.fonts.ready;
    const found = [...new Set(faults())];
    if (found.length) all[name] = found;
  }
  set(SCENES.home);
  state.roll = real;
  beginAnew();
  render();
  return all;
}
