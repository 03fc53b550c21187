// A link for every field of every figure: what it sets, and what else has to be set for the field to be there.

/** Never what the figure opens with. */
function another({key, kind, min, max, initial, choices}) {
  if (kind === 'choices') return choices.filter((id) => !initial.includes(id)).slice(0, 2).join();
  // Digits are there only once they have been loaded.
  if (kind === 'choice') return choices.find((id) => id !== initial && id !== 'images');
  if (key === 'epochs') return 2;  // A long training is no better a link.
  return [initial + 1, initial / 2, initial - 1, (min + max) / 2].find((x) => x >= min && x <= max && x !== initial && (kind === 'real' || Number.isInteger(x)));
}

/** The function whose parameter the key is, if it is one. */
const owner = (key, catalog) => catalog.activations.find(({id}) => key.startsWith(`${id}.`))?.id;

const withParameters = (catalog) => catalog.activations.filter(({parameters}) => parameters.length > 0).map(({id}) => id);

/** What else has to be set, by figure; where nothing has, a figure has no line. */
const together = {
  basin: (key, catalog) => owner(key, catalog) ? {activation: owner(key, catalog), depth: 6, width: 24} : {},
  depth_map: (key, catalog) => owner(key, catalog) ? {activation: owner(key, catalog), epochs: 1} : {},
  explorer: (key, catalog) => owner(key, catalog) ? {functions: withParameters(catalog).join()} : {},
  gradient_lab(key, catalog) {
    if (owner(key, catalog)) return {activation: owner(key, catalog), depth: 5, width: 8};
    if (/^(x|b|w\d)$/.test(key)) return {view: 'chain'};
    return {sigma: {initialisation: 'by_hand'}, rows: {view: 'phase'}, histogram: {view: 'activations'}, view: {seed: 7}, initialisation: {depth: 11}}[key] ?? {};
  },
  training: (key, catalog) => owner(key, catalog) ? {view: 'slopes', activation: owner(key, catalog), epochs: 2, depth: 2, width: 6} : key === 'view' ? {seed: 7} : {},
};

/**
 * Fields that can be set together share a link: {name, address, also, values, written}. `also` is the address from which
 * the controls are set, `values` what they then show (a button shows nothing), `written` what the address then has.
 */
export function links(settings, catalog) {
  const found = [];
  for (const [name, list] of Object.entries(settings)) {
    const groups = new Map();
    for (const setting of list.filter(({key}) => !key.startsWith('pin') )) {
      const also = together[name]?.(setting.key, catalog) ?? {};
      const id = JSON.stringify(also);
      if (!groups.has(id)) groups.set(id, {also, values: {}});
      groups.get(id).values[setting.key] = another(setting);
    }
    const pair = ([key, value]) => `${name}.${key}=${value}`;
    for (const {also, values} of groups.values()) {
      // Of what is set anyway another value is no link of this group.
      const own = Object.entries(values).filter(([key]) => !(key in also));
      const address = `#${[...Object.entries(also), ...own].map(pair).join('&')}`;
      found.push({name, address, also: `#${['lang=en', ...Object.entries(also).map(pair)].join('&')}`, values: Object.fromEntries(own.filter(([key]) => key !== 'detail')), written: Object.fromEntries(own)});
    }
  }
  return found;
}

/** Links with a pinned run that differs from the one that is set, and the labels of what differs. */
links.pinned = (list, catalog) => {
  const byKey = new Map(list.map((setting) => [setting.key, setting]));
  const pins = list.filter(({key}) => key.startsWith('pin.')).map(({key}) => key.slice(4));
  const address = (values) => `#gradient_lab.pinned=on&${Object.entries(values).map(([key, value]) => `gradient_lab.${key}=${value}`).join('&')}`;
  const network = pins.filter((key) => !owner(key, catalog));
  const plain = {address: address(Object.fromEntries(network.map((key) => [`pin.${key}`, another(byKey.get(key))]))), labels: network.map((key) => byKey.get(key).label.en)};
  const parameters = withParameters(catalog).map((id) => {
    const keys = pins.filter((key) => owner(key, catalog) === id);
    const values = Object.fromEntries(keys.map((key) => [`pin.${key}`, another(byKey.get(key))]));
    return {address: address({activation: id, 'pin.activation': id, ...values}), labels: keys.map((key) => byKey.get(key).label.en)};
  });
  return [plain, ...parameters];
};
