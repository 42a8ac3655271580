import { better, kindOf, nameOf, parse, uriOf } from "/static/js/printers/address.js";
import { equal, test } from "./harness.js";

test("an address goes apart and together again", () => {
  const uri = "tcp://192.168.1.100?width=384&encoding=native";
  equal(uriOf(parse(uri)), uri);
});

test("what is usual is not written", () => {
  const { place, choice } = parse("tcp://192.168.1.100");
  equal([choice, uriOf({ place, choice })],
    [{ width: "576", encoding: "raster", cut: "yes" }, "tcp://192.168.1.100"]);
});

test("a slow serial line usually has text", () => {
  equal(parse("serial:/dev/ttyS0").choice.encoding, "native");
});

test("a printer is named by itself, or by its place", () => {
  equal([nameOf({ name: "GP-C80", uri: "usb:x" }), nameOf({ uri: "tcp://10.0.0.7?cut=no" })], ["GP-C80", "10.0.0.7"]);
  equal(["usb:x", "serial:x", "virtual:", "tcp://x"].map(kindOf), ["usb", "serial", "virtual", "network"]);
});

test("wrong edges ask for the other width, wrong hanzi for the other encoding", () => {
  const usual = parse("tcp://x").choice;
  equal([better(usual, "edges").width, better(usual, "hanzi").encoding], ["384", "native"]);
});
