#include "core/claims/measures.hpp"
#include "core/claims/topics.hpp"

/// Claims about gradients on their way back through a random network, in decades per layer. In theory
/// ‖δˡ‖² = χ ‖δˡ⁺¹‖² with χ = σ_w² E f'², so a layer gains ½ log10 χ decades; the numbers beside the rows
/// are those of the recursion over the row's own depth.
namespace actlab {
namespace {

constexpr Claim list[] = {
    // ReLU: E f'² = ½ whatever the variance, so χ = σ_w²/2, and only σ_w² = 2 keeps the gradient.
    {"relu_avoids_vanishing",
     Verdict::conditional,
     {
         {"one_third", near_theory(-0.3891), delta_slope, {.function = "relu", .sigma_w2 = 1.0 / 3}},
         {"xavier", near_theory(-0.1505), delta_slope, {.function = "relu"}},
         {"he", near_theory(0), delta_slope, {.function = "relu", .sigma_w2 = 2}},
     }},
    {"relu_explodes",
     Verdict::is_true,
     {
         {"sigma_w2_4", near_theory(0.1505), delta_slope, {.function = "relu", .sigma_w2 = 4}},
         {"sigma_w2_8", near_theory(0.3010), delta_slope, {.function = "relu", .sigma_w2 = 8}},
     }},
};

}  // namespace

std::span<const Claim> gradient_claims() { return list; }

}  // namespace actlab
