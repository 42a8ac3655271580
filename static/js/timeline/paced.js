// Reading again and again: soon when asked to, at rest otherwise, never twice at once.

/**
 * Return a function that asks for `work`, which returns whether it was done. `pause(wanted)` says how
 * many milliseconds lie between two beginnings; null is until it is asked for.
 */
export function paced(work, pause) {
  let began = -Infinity;
  let working = false;
  let wanted = false;
  let timer = null;

  function schedule() {
    clearTimeout(timer);
    const ms = pause(wanted);
    if (ms !== null) timer = setTimeout(run, Math.max(0, began + ms - performance.now()));
  }

  async function run() {
    [began, working, wanted] = [performance.now(), true, false];
    const done = await work();
    working = false;
    wanted = wanted || !done;
    schedule();
  }

  return () => {
    wanted = true;
    if (!working) schedule();
  };
}
