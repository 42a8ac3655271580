// Stands in every page itself. When the server ends between the page and its scripts or styles, the
// page would stay as it is for ever: it waits until the server is back and loads anew. When the
// browser cannot read the modules, it shows what the page says of that, and tries again each minute.
// Written for every browser there is, for it runs below the floors too.
(function () {
  var KNOCK_MS = 1000;
  var AGAIN_MS = 60000;
  var waiting = false;

  function knock() {
    var request = new XMLHttpRequest();
    request.onload = reload;
    request.onerror = later;
    request.open("GET", "/static/icon.svg?" + Date.now());
    request.send();
  }

  function later() {
    waiting = true;
    setTimeout(knock, KNOCK_MS);
  }

  function reload() {
    location.reload();
  }

  addEventListener("error", function (event) {
    var name = event.target.nodeName;
    if (!waiting && (name === "SCRIPT" || name === "LINK")) later();
  }, true);

  addEventListener("load", function () {
    // With scripts at work, what stands in <noscript> is text and no part of the page.
    var words = document.getElementById("words-below");
    // shared/page.js writes it, once all that a page imports could be read.
    if (waiting || document.documentElement.getAttribute("data-runs") || !words) return;
    document.body.insertAdjacentHTML("afterbegin", words.textContent);
    setTimeout(reload, AGAIN_MS);
  });
})();
