// Sending a file with its progress, which fetch cannot say.
import { signedIn } from "../shared/api.js";

const PATIENCE_MS = 60000;

/** Send a file to a path; `onProgress(percent)`. Returns what api.js does. */
export function upload(path, file, onProgress) {
  const form = new FormData();
  form.append("file", file);
  return new Promise((respond) => {
    const request = new XMLHttpRequest();
    request.timeout = PATIENCE_MS;
    request.upload.onprogress = ({ loaded, total }) => onProgress(Math.floor((100 * loaded) / total));
    request.onloadend = () => {
      const isJson = request.getResponseHeader("Content-Type")?.includes("json");
      const body = isJson ? JSON.parse(request.responseText) : null;
      respond(signedIn({ status: request.status, body }));
    };
    request.open("POST", path);
    request.send(form);
  });
}
