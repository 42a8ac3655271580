// Many classes: what their names share is the heading of a group, and a cell says the number.

// One to ten in hanzi, and what a class is called.
const NUMERALS = "\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341";
const CLASS = "\u73ed";
// A number at the end, in brackets or not, which continues no other.
const NUMBERED = new RegExp(
  `^(.*[^\\d${NUMERALS}\\s（(])([（(]?(?:\\d{1,4}|[${NUMERALS}]{1,3})[）)]?${CLASS}?)$`,
);
const SEPARATOR = /[\s－—-]+$/;

/**
 * Group classes by what their names share, in the order in which they come; `short` is what is left
 * of a name. Those that share nothing are one group at the end, their names whole and no heading.
 */
export function grouped(classes) {
  const groups = new Map();
  const alone = [];
  for (const planned of classes) {
    const [, heading, short] = NUMBERED.exec(planned.name) || [null, "", planned.name];
    if (!groups.has(heading)) groups.set(heading, []);
    groups.get(heading).push({ planned, short });
  }
  for (const [heading, cells] of groups) {
    if (heading && cells.length > 1) continue;
    alone.push(...cells.map(({ planned }) => ({ planned, short: planned.name })));
    groups.delete(heading);
  }
  const shared = [...groups].map(([heading, cells]) => ({ heading: heading.replace(SEPARATOR, ""), cells }));
  return alone.length ? [...shared, { heading: "", cells: alone }] : shared;
}
