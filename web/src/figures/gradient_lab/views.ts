// Which settings of the network have an effect in a view of it.

export const NETWORK_FIRST = ["activation", "initialisation", "depth"];

export const NETWORK_MORE = [
  "gain",
  "width",
  "sigma",
  "sigma_b",
  "normalisation",
  "residual",
  "batch",
  "seed",
  "parameters",
];
