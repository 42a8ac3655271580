// Requests to the server that return a status instead of throwing.
const TIMEOUT_MS = 5000;

async function call(path, options, timeout = TIMEOUT_MS) {
  const aborter = new AbortController();
  const timer = setTimeout(() => aborter.abort(), timeout);
  try {
    const response = await fetch(path, { signal: aborter.signal, ...options });
    const { status, headers } = response;
    // An error's page, or a proxy's, is no JSON.
    const isJson = (headers.get("Content-Type") || "").includes("json");
    const body = isJson ? await response.json() : null;
    return { status, body, retryAfter: Number(headers.get("Retry-After")) };
  } catch {
    return { status: 0, body: null };
  } finally {
    clearTimeout(timer);
  }
}

/** Pass a response on, except when the sign-in has ended: then the page loads anew, which asks for
 * it, and nobody goes on with the response. */
export function signedIn(response) {
  if (response.status !== 401) return response;
  location.reload();
  return new Promise(() => {});
}

function send(path, body, timeout) {
  const headers = { "Content-Type": "application/json" };
  return call(path, { method: "POST", headers, body: JSON.stringify(body) }, timeout);
}

/** Read JSON; status 0 means that no response came. */
export const get = (path) => call(path, { headers: { Accept: "application/json" } }).then(signedIn);

/** Send JSON, within `timeout` milliseconds; status 0 means that no response came, though the server
 * may have done it. */
export const post = (path, body, timeout) => send(path, body, timeout).then(signedIn);

/** Send a code that signs in: a 401 says that it is wrong. */
export const signIn = (path, body) => send(path, body);

/** Make a command id; plain HTTP has no crypto.randomUUID. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
