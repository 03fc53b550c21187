# Toolchain file: finds Emscripten's own through the em-config on the PATH, so that plain
# `cmake --preset wasm` works with a Debian package and with emsdk alike.
find_program(EM_CONFIG_PROGRAM NAMES em-config em-config.bat)
if(NOT EM_CONFIG_PROGRAM)
  message(FATAL_ERROR "Emscripten is not on the PATH: run build-scripts/setup.sh or activate emsdk.")
endif()
execute_process(COMMAND "${EM_CONFIG_PROGRAM}" EMSCRIPTEN_ROOT
  OUTPUT_VARIABLE emscripten_root OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
include("${emscripten_root}/cmake/Modules/Platform/Emscripten.cmake")
