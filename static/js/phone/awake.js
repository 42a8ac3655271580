// Keeps the screen lit: a page of plain HTTP has no wake lock, but while a video plays in it no phone
// locks itself. static/awake.mp4 is ten black, silent seconds of 16 x 16, made by
//   ffmpeg -f lavfi -i color=black:s=16x16:r=5:d=10 -f lavfi -i anullsrc=r=8000:cl=mono -t 10
//     -c:v libx264 -profile:v baseline -pix_fmt yuv420p -c:a aac -b:a 8k -movflags +faststart awake.mp4

let video = null;

function made() {
  const element = document.createElement("video");
  element.className = "awake";
  element.muted = true;
  element.setAttribute("playsinline", "");
  element.src = "/static/awake.mp4";
  // Safari lets the screen go dark behind a video that loops.
  element.addEventListener("ended", play);
  document.body.appendChild(element);
  return element;
}

// A phone that saves power may refuse; the page says all the same that it has to stay lit.
const play = () => video.play().catch(() => {});

/** Keep the screen lit from now on; only a tap's handler may. */
export function keepLit() {
  video = video || made();
  play();
}

/** Go on after the page was out of sight, where the video was paused. */
export function keepLitAgain() {
  if (video) play();
}
