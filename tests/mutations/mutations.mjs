// Each row breaks one formula of the backward pass or of the mean-field recursion: the file, the
// text that stands there exactly once, and what to put in its place.
const network = 'cpp/core/network/';
const theory = 'cpp/core/theory/';
const labs = 'cpp/core/labs/';
const claims = 'cpp/core/claims/';

export const mutations = [
  // dense_network: the chain rule
  [network + 'dense_network.cpp', 'multiply_rescaled(output, trace.layers[l].df, gated);', 'output.rescale(); gated = output;'],
  [network + 'dense_network.cpp', 'weight_gradient(product, trace.input_of(l), delta.matrix, w)', 'weight_gradient(product, trace.layers[l].h, delta.matrix, w)'],
  [network + 'dense_network.cpp', 'input_gradient(product, delta.matrix, layer.w, below.matrix);', 'input_gradient(product, output.matrix, layer.w, below.matrix);'],
  [network + 'dense_network.cpp', 'if (layer.residual) below = sum(std::move(below), output);', ''],
  [network + 'dense_network.cpp', 'if (layer.residual) add_elementwise(t.h, x);', ''],
  [network + 'matrix.cpp', 'sums[j] += m.values[i * m.columns + j]', 'sums[j] = m.values[i * m.columns + j]'],
  // matrices with an exponent
  [network + 'matrix.cpp', 'a.exponent += rescaled.shift;', 'a.exponent -= rescaled.shift;'],
  [network + 'matrix.cpp', 'm.exponent += rescaled.shift;', 'm.exponent -= rescaled.shift;'],
  [network + 'matrix.cpp', 'std::ldexp(1.0, b.exponent - exponent)', '1.0'],
  // normalisations
  [network + 'normalisation.cpp', '(grad(i) - centre - z(i) * along) * inverse', '(grad(i) - centre) * inverse'],
  [network + 'normalisation.cpp', '(grad(i) - centre - z(i) * along) * inverse', '(grad(i) - z(i) * along) * inverse'],
  [network + 'normalisation.cpp', 'kind == Normalisation::rms ? 0 : mean(members, grad)', 'mean(members, grad)'],
  [network + 'normalisation.cpp', '1 / sqrt(variance + epsilon)', '1 / (variance + epsilon)'],
  // initialisations
  [network + 'initialisation.cpp', '2.0 / static_cast<double>(inputs + outputs)', '1.0 / static_cast<double>(inputs + outputs)'],
  [network + 'initialisation.cpp', 'const double limit = sqrt(3 * variance);', 'const double limit = sqrt(variance);'],
  [network + 'orthogonal.cpp', 'v[k] -= along * u[k]', 'v[k] += along * u[k]'],
  // the recursion
  [theory + 'mean_field.cpp', 'n.sigma_w2 * activation + n.sigma_b2', 'n.sigma_w2 * activation'],
  [theory + 'mean_field.cpp', 'n.sigma_w2 * m.df2 / (normalised ? q : 1)', 'n.sigma_w2 * m.df2'],
  [theory + 'mean_field.cpp', 'n.sigma_w2 * m.df2 / (normalised ? q : 1)', 'n.sigma_w2 * m.f2 / (normalised ? q : 1)'],
  [theory + 'mean_field.cpp', 'm.f2 + 2 * mean * m.f', 'm.f2'],
  [theory + 'mean_field.cpp', 'const double gate_q = normalised ? 1 : q;', 'const double gate_q = q;'],
  // quadrature, fixed points, critical line
  [theory + 'gaussian.cpp', 'm.df2 += w * df * df;', 'm.df2 += w * df;'],
  [theory + 'gaussian.cpp', 'for (const Kink& kink : function.facts().kinks) ends.push_back(kink.x);', ''],
  [theory + 'gaussian.cpp', 'm.f2_slope += slope_from_jumps(function, q);', ''],
  [theory + 'fixed_point.cpp', 'chi(network, q), variance_map_slope(network, q)', 'chi(network, q), chi(network, q)'],
  [theory + 'fixed_point.cpp', 'std::fabs(1 / log(chi))', 'std::fabs(2 / log(chi))'],
  [theory + 'fixed_point.cpp', 'std::fabs(1 / log(chi))', '1 / log(chi)'],
  [theory + 'critical_line.cpp', 'q - sigma_w2 * m.f2', 'q - m.f2'],
  // what the labs make of them
  [labs + 'gradient_theory.cpp', 'log10_output + 0.5 * log10(factor)', 'log10_output + log10(factor)'],
  [labs + 'gradient_theory.cpp', 'layers[l].chi + (field.residual ? 1 : 0)', 'layers[l].chi'],
  [labs + 'gradient_flow.cpp', 'flow.ledger_gate[l] = gated - output;', 'flow.ledger_gate[l] = output - gated;'],
  [labs + 'gradient_flow.cpp', 'output - flow.log10_delta[l + 1]', 'output'],
  [labs + 'gradient_band.cpp', 'squares += before * (x - mean);', 'squares += before * before;'],
  [labs + 'neuron_chain.cpp', 'w * chain.df.back()', 'chain.df.back()'],
  [theory + 'critical_line.cpp', 'point->slope < 1', 'point->slope > 1'],
  // what the claims measure, and how they judge it
  [claims + 'claim.cpp', 'low <= value && value <= high', 'low <= value'],
  [claims + 'claim.cpp', 'low <= value && value <= high', '!(value < low || high < value)'],
  [claims + 'claim.cpp', 'run.holds = run.holds && within;', 'run.holds = within;'],
  [claims + 'measures.cpp', '.width = s.width,\n          .gain = sqrt(s.sigma_w2)', '.width = s.width,\n          .gain = s.sigma_w2'],
  [claims + 'measures.cpp', 'shares.push_back(mean / sqrt(mean * mean + deviation * deviation));', 'shares.push_back(mean / deviation);'],
  [claims + 'gradients.cpp', 'decades += 0.5 * log10(layers[l].chi)', 'decades += log10(layers[l].chi)'],
  [claims + 'forms.cpp', 'f.f(x) * (1 - f.f(x))', 'f.f(x) * (1 + f.f(x))'],
  [claims + 'defaults.cpp', '- 2 * exp(0.5) * normal_cdf(-1.0) + 0.5', '- exp(0.5) * normal_cdf(-1.0) + 0.5'],
];
