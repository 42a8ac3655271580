// Runs the tests of browser modules one after another, each within a bound of its own.
const LONGEST_MS = 20000;
let registered = [];

/** Add a test to those of the module that is being read. */
export const test = (name, body) => registered.push({ name, body });

/** Compare two values by what they hold; throws where they differ. */
export function equal(found, expected) {
  const [left, right] = [found, expected].map((value) => JSON.stringify(value));
  if (left !== right) throw new Error(`${left} is not ${right}`);
}

const bound = (name) => new Promise((_, fail) => {
  setTimeout(() => fail(new Error(`${name} did not end`)), LONGEST_MS);
});

/** Run the tests of a module; returns what failed: a message by a test's name. */
export async function run(path) {
  registered = [];
  await import(path);
  const failed = {};
  for (const { name, body } of registered) {
    try {
      await Promise.race([body(), bound(name)]);
    } catch (error) {
      failed[name] = error.stack;
    }
  }
  return { ran: registered.map(({ name }) => name), failed };
}
