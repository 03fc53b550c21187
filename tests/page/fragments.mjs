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

/** `settings` holds the settings of each figure, by its name. */
export function randomFragments(settings, count, seed) {
  const random = generator(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const figures = Object.keys(settings);

  function value({kind, min, max, choices}) {
    if (random() < 0.3) return pick(odd);
    if (kind === 'choice') return pick(choices);
    if (kind === 'choices') return Array.from({length: Math.floor(random() * 4)}, () => pick(choices)).join(pick([',', ',', '%2C']));
    const x = min - 0.1 * (max - min) + 1.2 * (max - min) * random();
    return String(kind === 'integer' && random() < 0.9 ? Math.round(x) : x);
  }

  function setting() {
    const figure = pick(figures);
    const one = pick(settings[figure]);
    const key = random() < 0.9 ? `${random() < 0.95 ? figure : pick([...figures, 'nothing', ''])}.${one.key}` : pick(odd);
    return `${key}=${value(one)}`;
  }
  return Array.from({length: count}, () => '#' + Array.from({length: Math.floor(random() * 6)}, setting).join(pick(['&', '&', '&', ';', '&&'])));
}
