// Stands in every page itself: when the server ends between the page and its scripts or styles, the
// page would stay as it is for ever. It waits until the server is back and loads anew.
// Written for every browser there is, for it runs below the floors too.
addEventListener("error", function (event) {
  var name = event.target.nodeName;
  if (name !== "SCRIPT" && name !== "LINK") return;
  function again() {
    setTimeout(knock, 1000);
  }
  function knock() {
    var request = new XMLHttpRequest();
    request.onload = function () {
      location.reload();
    };
    request.onerror = again;
    request.open("GET", "/static/icon.svg?" + Date.now());
    request.send();
  }
  again();
}, true);
