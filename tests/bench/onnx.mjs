// ONNX models of a few nodes, written as the bytes of their protocol buffer (onnx.proto3), for ONNX Runtime.

const utf8 = (text) => [...new TextEncoder().encode(text)];
function varint(n) {
  const bytes = [];
  for (; n > 127; n >>>= 7) bytes.push(n & 127 | 128);
  return [...bytes, n];
}
const integer = (field, n) => [...varint(field << 3), ...varint(n)];
const float = (field, x) => [...varint(field << 3 | 5), ...new Uint8Array(new Float32Array([x]).buffer)];
const bytes = (field, content) => [...varint(field << 3 | 2), ...varint(content.length), ...content];
const text = (field, content) => bytes(field, utf8(content));

const FLOAT = 1;
const value = (name, dims) => [
  ...text(1, name),
  ...bytes(2, bytes(1, [...integer(1, FLOAT), ...bytes(2, dims.flatMap((n) => bytes(1, integer(1, n))))])),
];
const attribute = ([name, x]) => [...text(1, name), ...float(2, x), ...integer(20, 1)];
const node = ([operator, inputs, output, attributes = {}]) => [
  ...inputs.flatMap((name) => text(1, name)), ...text(2, output), ...text(4, operator),
  ...Object.entries(attributes).flatMap((entry) => bytes(5, attribute(entry))),
];
const constant = ([name, x]) => [...integer(2, FLOAT), ...bytes(4, new Uint8Array(new Float32Array([x]).buffer)), ...text(8, name)];

/**
 * A model. `nodes` are [operator, inputs, output, attributes]; an input that is a number is a constant; `inputs` and
 * `outputs` give the dimensions of each.
 */
export function model(nodes, inputs, outputs) {
  const constants = new Map();
  const named = nodes.map(([operator, from, ...rest]) => [operator, from.map((name) => {
    if (typeof name === 'number') constants.set(`c${name}`, name);
    return typeof name === 'number' ? `c${name}` : name;
  }), ...rest]);
  const graph = [
    ...named.flatMap((n) => bytes(1, node(n))), ...text(2, 'graph'),
    ...[...constants].flatMap((c) => bytes(5, constant(c))),
    ...Object.entries(inputs).flatMap(([name, dims]) => bytes(11, value(name, dims))),
    ...Object.entries(outputs).flatMap(([name, dims]) => bytes(12, value(name, dims))),
  ];
  return Uint8Array.from([...integer(1, 10), ...bytes(7, graph), ...bytes(8, [...text(1, ''), ...integer(2, 20)])]);
}
