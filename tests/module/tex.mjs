// Computes what a formula of web/content/formulas.json says, so that it can be compared with the core.

/** Φ by the series of Abramowitz & Stegun 26.2.11, good to some 1e-14 for |x| < 6. */
function normalCdf(x) {
  let sum = 0;
  for (let term = x, n = 1; Math.abs(term) > 1e-20; n += 2, term *= (x * x) / n) sum += term;
  return 0.5 + sum * normalDensity(x);
}
const normalDensity = (x) => Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);

const functions = {
  tanh: Math.tanh, ln: Math.log, sigma: (x) => 1 / (1 + Math.exp(-x)), Phi: normalCdf, varphi: normalDensity,
};
const letters = {alpha: 'α', beta: 'β', lambda: 'λ', theta: 'θ'};

/** The value of a formula; `values` gives its letters. Two factors need a sign between them. */
export function valueOf(tex, values) {
  const tokens = tex.match(/\\[a-zA-Z]+|\\,|\d+(?:\.\d+)?|[^\s]/g).filter((token) => token !== '\\,');
  let at = 0;
  const peek = () => tokens[at];
  const take = (wanted) => {
    if (wanted && tokens[at] !== wanted) throw new Error(`${tex}: "${wanted}" expected, not "${tokens[at]}"`);
    return tokens[at++];
  };
  const between = (open, close) => {
    take(open);
    const value = sum();
    take(close);
    return value;
  };
  const group = () => (peek() === '{' ? between('{', '}') : atom());

  function sum() {
    let value = peek() === '-' ? (take(), -product()) : product();
    while (peek() === '+' || peek() === '-') value += take() === '+' ? product() : -product();
    return value;
  }
  function product() {
    let value = power();
    while (peek() === '\\by' || peek() === '/') value = take() === '/' ? value / power() : value * power();
    return value;
  }
  function power() {
    const base = atom();
    return peek() === '^' ? (take(), base ** group()) : base;
  }
  function atom() {
    const token = peek();
    if (token === '(') return between('(', ')');
    if (token === '|') return Math.abs(between('|', '|'));
    take();
    if (/^\d/.test(token)) return Number(token);
    if (token === 'e') return Math.E;
    if (token === '\\pi') return Math.PI;
    if (token === '\\frac') return group() / group();
    if (token === '\\sqrt') return Math.sqrt(group());
    const name = token.replace('\\', '');
    if (token.startsWith('\\') && functions[name]) {
      const exponent = peek() === '^' ? (take(), group()) : 1;
      return functions[name](between('(', ')')) ** exponent;
    }
    const value = values[letters[name] ?? name];
    if (value === undefined) throw new Error(`${tex}: what is "${token}"?`);
    return value;
  }

  const value = sum();
  if (at < tokens.length) throw new Error(`${tex}: "${tokens[at]}" stands where a sign should be`);
  return value;
}
