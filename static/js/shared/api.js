// Requests to the server that return a status instead of throwing.
const TIMEOUT_MS = 5000;

async function call(path, options, timeout = TIMEOUT_MS) {
  const aborter = new AbortController();
  const timer = setTimeout(() => aborter.abort(), timeout);
  try {
    const response = await fetch(path, { signal: aborter.signal, ...options });
    const text = await response.text();
    const retryAfter = Number(response.headers.get("Retry-After"));
    return { status: response.status, body: text ? JSON.parse(text) : null, retryAfter };
  } catch {
    return { status: 0, body: null };
  } finally {
    clearTimeout(timer);
  }
}

/** Read JSON; status 0 means that no response came. */
export const get = (path) => call(path, { headers: { Accept: "application/json" } });

/** Send JSON, within `timeout` milliseconds; status 0 means that no response came, though the server
 * may have done it. */
export const post = (path, body, timeout) => {
  const headers = { "Content-Type": "application/json" };
  return call(path, { method: "POST", headers, body: JSON.stringify(body) }, timeout);
};

/** Make a command id; plain HTTP has no crypto.randomUUID. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
