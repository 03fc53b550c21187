# The WebAssembly module: build/wasm/core.js and core.wasm, and its tests in Node.

# Debian's Emscripten looks for the acorn package where only Debian's own Node looks for packages.
if(NOT CMAKE_CXX_LINKER_LAUNCHER AND EXISTS /usr/share/nodejs/acorn AND EMSCRIPTEN_ROOT_PATH MATCHES "^/usr/share/emscripten")
  set(CMAKE_CXX_LINKER_LAUNCHER "${CMAKE_COMMAND};-E;env;NODE_PATH=/usr/share/nodejs")
endif()

target_compile_options(build_settings INTERFACE -msimd128 -mnontrapping-fptoint -fno-exceptions -fno-rtti
  -DEMSCRIPTEN_HAS_UNBOUND_TYPE_NAMES=0)

# Whether the compiler takes a vector in asm, as float4.hpp uses it; clang 19 (Emscripten 3.1.69) breaks off.
include(CheckCXXSourceCompiles)
block()
  set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)
  set(CMAKE_REQUIRED_FLAGS -msimd128)
  check_cxx_source_compiles([[
    using Vector = float __attribute__((vector_size(16)));
    Vector opaque(Vector v) {
      asm("" : "+r"(v));
      return v;
    }]] ACTLAB_VECTOR_IN_ASM)
endblock()
if(ACTLAB_VECTOR_IN_ASM)
  target_compile_definitions(build_settings INTERFACE ACTLAB_VECTOR_IN_ASM)
endif()
add_core_library(core)

# What decides, words and lists is made small; what computes is made fast (the default).
file(GLOB claim_sources CONFIGURE_DEPENDS cpp/core/claims/*.cpp)
set_source_files_properties(
  ${claim_sources}
  cpp/bindings/embind.cpp cpp/core/curve.cpp cpp/core/fingerprint.cpp cpp/core/decimal.cpp
  cpp/core/golden.cpp cpp/core/schema/schema.cpp
  cpp/core/labs/gradient_band.cpp cpp/core/labs/gradient_flow.cpp cpp/core/labs/gradient_theory.cpp
  cpp/core/data/data_set.cpp cpp/core/data/images.cpp cpp/core/data/shapes.cpp
  cpp/core/labs/depth_map.cpp cpp/core/labs/self_normalisation.cpp cpp/core/labs/training.cpp cpp/core/labs/training_request.cpp
  cpp/core/labs/neuron_chain.cpp cpp/core/labs/phase_diagram.cpp cpp/core/labs/random_network.cpp cpp/core/labs/speed.cpp
  cpp/core/vector_curve.cpp cpp/core/vector_registry.cpp
  cpp/core/network/dense_network.cpp cpp/core/network/dropout.cpp cpp/core/network/normalisation.cpp cpp/core/network/orthogonal.cpp
  cpp/core/theory/critical_line.cpp cpp/core/theory/fixed_point.cpp cpp/core/theory/mean_field.cpp
  PROPERTIES COMPILE_OPTIONS -Oz)

# A module of the core for JavaScript: build/wasm/NAME.js and NAME.wasm.
function(add_module target name)
  add_executable(${target} ${ARGN})
  set_target_properties(${target} PROPERTIES OUTPUT_NAME ${name} SUFFIX .js)
  target_link_libraries(${target} PRIVATE core)
  treat_as_ours(${target})
  target_link_options(${target} PRIVATE
    -Os  # what the compiler left of each function is not to be copied into its callers again
    -lembind -fno-rtti
    -sMODULARIZE=1 -sEXPORT_NAME=createCore
    -sENVIRONMENT=web,worker                  # Node too, when it is handed the bytes as wasmBinary
    -sINCOMING_MODULE_JS_API=wasmBinary,instantiateWasm,print,printErr
    -sDYNAMIC_EXECUTION=0                     # no eval: the page's Content-Security-Policy forbids it
    -sALLOW_MEMORY_GROWTH=1 -sTOTAL_STACK=1MB -sMALLOC=emmalloc -sFILESYSTEM=0)
endfunction()

add_module(core_module core cpp/bindings/embind.cpp)
add_module(bench bench tests/bench/module.cpp)
set_target_properties(bench PROPERTIES EXCLUDE_FROM_ALL ON)

# The commit that the page names. Only the binding is compiled anew when it changes.
set(commit unknown)
find_package(Git QUIET)
if(GIT_FOUND)
  execute_process(COMMAND "${GIT_EXECUTABLE}" rev-parse --short=12 HEAD WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
    OUTPUT_VARIABLE head OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  execute_process(COMMAND "${GIT_EXECUTABLE}" rev-parse --path-format=absolute --git-path logs/HEAD
    WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}" OUTPUT_VARIABLE head_log OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  if(head)
    set(commit "${head}")
  endif()
  if(EXISTS "${head_log}")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${head_log}")
  endif()
endif()
set_source_files_properties(cpp/bindings/embind.cpp PROPERTIES
  COMPILE_DEFINITIONS "ACTLAB_VERSION=\"${PROJECT_VERSION}\";ACTLAB_COMMIT=\"${commit}\"")

enable_testing()
find_program(NODE_PROGRAM NAMES node nodejs NO_CMAKE_FIND_ROOT_PATH)
file(GLOB module_tests CONFIGURE_DEPENDS tests/module/*.test.mjs)
foreach(file IN LISTS module_tests)
  cmake_path(GET file STEM LAST_ONLY name)
  add_test(NAME "module: ${name}" COMMAND "${NODE_PROGRAM}" --test "${file}")
  set_tests_properties("module: ${name}" PROPERTIES ENVIRONMENT "ACTLAB_MODULE=$<TARGET_FILE_DIR:core_module>")
endforeach()
