// Random addresses, the same for the same seed: settings that fit, that nearly fit, and rubbish.

/** A small generator (mulberry32): numbers from 0 to 1. */
export function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const odd = ['', 'NaN', 'Infinity', '-1e999', '0x10', '١٢', '%', '%E4%A', '__proto__', 'constructor', '<b>', '"', '\u0000', '1,2', '激活', '9'.repeat(400)];

export function randomFragments(catalog, count, seed) {
  const random = generator(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const fields = [...catalog.requests.gradientFlow, ...catalog.requests.evaluate];
  const ids = catalog.activations.map(({id}) => id);

  function value({type, min, max, choices}) {
    if (random() < 0.3) return pick(odd);
    if (type === 'activation') return pick(ids);
    if (type !== 'integer' && type !== 'real') return pick((choices ?? []).map(({id}) => id)) ?? pick(odd);
    const x = min - 0.1 * (max - min) + 1.2 * (max - min) * random();
    return String(type === 'integer' ? Math.round(x) : x);
  }

  const key = (field) => random() < 0.9 ? `${pick(['gradient_lab', 'explorer', 'vector_functions', 'nothing'])}.${field.name}` : pick(odd);
  const setting = () => { const field = pick(fields); return `${key(field)}=${value(field)}`; };
  return Array.from({length: count}, () => '#' + Array.from({length: Math.floor(random() * 6)}, setting).join(pick(['&', '&', '&', ';', '&&'])));
}
