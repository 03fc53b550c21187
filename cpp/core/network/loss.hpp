#pragma once

#include <cstddef>
#include <span>

namespace actlab {

/// What is made small, as a function of the network's last pre-activations z and the target y:
///
///     binary     one z, y = 0 or 1     L = ln(1 + eᶻ) − y z           ∂L/∂z  = σ(z) − y
///     softmax    a z for each class    L = ln Σ e^zⱼ − z_y            ∂L/∂zⱼ = softmax(z)ⱼ − [j = y]
///     squared    one z, a value y      L = ½ (z − y)²                 ∂L/∂z  = z − y
enum class Loss { binary, softmax, squared };

/// The gradient of the mean loss over the examples; a row of z, and of the gradient, for each y.
void loss_gradient(Loss kind, std::span<const float> z, std::span<const float> y, std::span<float> gradient);

struct Score {
  double loss = 0;     ///< the sum over the examples, in double
  double correct = 0;  ///< how many have the right class: z > 0 for class 1, the largest z; none whose loss
                       ///< is not finite; 0 for values
};

Score score(Loss kind, std::span<const float> z, std::span<const float> y);

}  // namespace actlab
