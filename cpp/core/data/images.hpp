#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "core/data/data_set.hpp"
#include "core/error.hpp"

/// Square grey images with a class each, as the page hands them over.
namespace actlab {

/// What the bytes hold: a head of six bytes (the images' side, the number of classes, the number of
/// training and of test images, each of the latter as low byte, high byte), then the images, training
/// images first, then their labels, a byte each. An image is row after row; a byte holds four pixels of
/// 0 … 3, the left one in its lowest bits.
struct ImageCounts {
  double side, classes, train, test;
};

/// Keeps the images for image_data(), in place of any that were there. Refuses bytes that are not of
/// this form, an odd side, more than 16 × 16 pixels and labels that are no class.
Result<ImageCounts> load_images(std::span<const std::uint8_t> bytes);

/// The images that were loaded last, standardised; null before that.
std::shared_ptr<const DataSet> image_data();

template <class Visit>
void visit_fields(const ImageCounts& r, Visit&& visit) {
  visit("side", r.side);
  visit("classes", r.classes);
  visit("train", r.train);
  visit("test", r.test);
}

}  // namespace actlab
