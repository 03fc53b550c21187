#pragma once

#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "core/network/initialisation.hpp"
#include "core/network/loss.hpp"
#include "core/network/optimiser.hpp"
#include "core/network/trainable_network.hpp"
#include "core/registry.hpp"

namespace actlab {

/// A step of gradient descent on softmax's cross-entropy: depth − 1 hidden layers and as wide a last one.
inline std::function<void()> training_step(std::string_view id, std::size_t depth, std::size_t width,
                                           std::size_t batch) {
  const Activation* activation = find_activation(id);
  const auto network =
      std::make_shared<TrainableNetwork>(NetworkShape{.function = {activation, activation->defaults()},
                                                      .inputs = width,
                                                      .width = width,
                                                      .depth = depth - 1,
                                                      .outputs = width},
                                         batch);
  network->initialise({find_initialisation("lecun_normal")}, 0, 1);
  std::vector<float> x(batch * width), target(batch);
  Random random(1, 0);
  draw_normal(1, random, x);
  for (std::size_t i = 0; i < batch; ++i) target[i] = static_cast<float>(i % width);
  return [=, gradient = std::vector<float>(batch * width), noise = random,
          optimiser = Optimiser(OptimiserKind::sgd, 0.01, 0, network->parameters().size())]() mutable {
    loss_gradient(Loss::softmax, network->forward(x, Mode::training, noise), target, gradient);
    network->backward(x, gradient);
    optimiser.step(network->parameters(), network->gradient());
  };
}

}  // namespace actlab
