#pragma once

#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace actlab {

/// Runs that go on over several calls, known to JavaScript by a number. There is room for
/// `capacity`; a further one takes the place of the one that has been idle for longest, whose
/// number is then unknown.
template <class Run, std::size_t capacity = 8>
class Sessions {
 public:
  /// The number of the new session: 1, 2, 3 …, never one that was given before.
  double begin(std::unique_ptr<Run> run) {
    if (sessions_.size() == capacity) sessions_.erase(sessions_.begin());
    sessions_.push_back({++last_, std::move(run)});
    return last_;
  }

  /// The run with this number, or null if it has ended or lost its place.
  Run* find(double number) {
    for (std::size_t i = 0; i < sessions_.size(); ++i) {
      if (sessions_[i].number != number) continue;
      Session session = std::move(sessions_[i]);  // the most recent one stands last
      sessions_.erase(sessions_.begin() + static_cast<std::ptrdiff_t>(i));
      sessions_.push_back(std::move(session));
      return sessions_.back().run.get();
    }
    return nullptr;
  }

  void end(double number) {
    if (find(number)) sessions_.pop_back();
  }

 private:
  struct Session {
    double number;
    std::unique_ptr<Run> run;
  };
  std::vector<Session> sessions_;
  double last_ = 0;
};

}  // namespace actlab
