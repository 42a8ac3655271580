// Sending a file with its progress, which fetch cannot tell.
const PATIENCE_MS = 60000;

/** Send a roster file; `onProgress(percent)`. Answers like api.js, status 0 when none came. */
export function upload(file, onProgress) {
  const form = new FormData();
  form.append("file", file);
  return new Promise((answer) => {
    const request = new XMLHttpRequest();
    request.timeout = PATIENCE_MS;
    request.upload.onprogress = ({ loaded, total }) => onProgress(Math.floor((100 * loaded) / total));
    request.onloadend = () => {
      const isJson = request.getResponseHeader("Content-Type")?.includes("json");
      answer({ status: request.status, body: isJson ? JSON.parse(request.responseText) : null });
    };
    request.open("POST", "/api/roster/preview");
    request.send(form);
  });
}
