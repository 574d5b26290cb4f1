/* What the launcher that is built with sanitizers finds goes to files, for it has no terminal. */
const char *__asan_default_options(void);
const char *__ubsan_default_options(void);

const char *__asan_default_options(void) { return "log_path=" REPORTS; }
const char *__ubsan_default_options(void) { return "print_stacktrace=1"; }
