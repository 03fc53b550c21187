#include "core/data/images.hpp"

#include <algorithm>
#include <string>

namespace actlab {
namespace {

constexpr std::size_t head = 6;
constexpr std::size_t largest_side = 16;
constexpr std::size_t most_classes = 16;

std::shared_ptr<const DataSet>& loaded() {
  static std::shared_ptr<const DataSet> images;
  return images;
}

Error refused(const char* en, const char* zh) {
  return {"bytes", {std::string("bytes ") + en, std::string("bytes ") + zh}};
}

Examples read(std::span<const std::uint8_t> pixels, std::span<const std::uint8_t> labels) {
  Examples examples;
  for (const std::uint8_t byte : pixels) {
    for (int bit = 0; bit < 8; bit += 2) examples.x.push_back(static_cast<float>(byte >> bit & 3));
  }
  for (const std::uint8_t label : labels) examples.y.push_back(static_cast<float>(label));
  return examples;
}

}  // namespace

Result<ImageCounts> load_images(std::span<const std::uint8_t> bytes) {
  if (bytes.size() < head)
    return refused("must begin with a head of six bytes.", "应以六个字节的文件头开始。");
  const std::size_t side = bytes[0], classes = bytes[1];
  const std::size_t train = bytes[2] + 256u * bytes[3], test = bytes[4] + 256u * bytes[5];
  if (side < 2 || side > largest_side || side % 2 != 0) {
    return refused("must hold images with an even side from 2 to 16.",
                   "中图像的边长应为 2 到 16 之间的偶数。");
  }
  if (classes < 2 || classes > most_classes || train == 0 || test == 0) {
    return refused("must hold images of 2 to 16 classes, some of them to test on.",
                   "中的图像应分为 2 到 16 类，训练集和测试集都不能为空。");
  }
  const std::size_t size = side * side / 4;
  if (bytes.size() != head + (train + test) * (size + 1)) {
    return refused("must be as long as its head says.", "的长度应与文件头一致。");
  }
  const auto pixels = bytes.subspan(head, (train + test) * size);
  const auto labels = bytes.subspan(head + pixels.size());
  if (std::any_of(labels.begin(), labels.end(), [&](std::uint8_t label) { return label >= classes; })) {
    return refused("must hold labels that are classes, counted from 0.", "中的标签应为从 0 开始的类别编号。");
  }
  DataSet data{.inputs = side * side, .classes = classes};
  data.train = read(pixels.first(train * size), labels.first(train));
  data.test = read(pixels.subspan(train * size), labels.subspan(train));
  standardise(data);
  loaded() = std::make_shared<const DataSet>(std::move(data));
  return ImageCounts{double(side), double(classes), double(train), double(test)};
}

std::shared_ptr<const DataSet> image_data() { return loaded(); }

}  // namespace actlab
