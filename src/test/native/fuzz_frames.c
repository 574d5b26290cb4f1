/*
 * What anybody can send to the launcher: lines that are no hello, and frames of a client. Nothing is
 * started, written or moved; commands end where they would leave the protocol.
 */
#include "../../main/native/control.c"
#include "../../main/native/listen.c"

int64_t virtual_now, progress_limit;
bool clock_moving;
struct process *processes;

void clock_reset(void) {}
void clock_set_epoch(int64_t time) { virtual_now = time; }
void clock_advance(int64_t target) { virtual_now = target; }
void clock_leap(int64_t target) { virtual_now = target; }
void clock_fail(const struct process *died) { (void)died; }
bool process_signal(struct process *p, int number) { return p && number; }
void process_forget_all(void) {}
void process_log_tail(const struct process *p, struct buffer *out) { (void)p, (void)out; }
void process_describe_end(const struct process *p, struct buffer *out) { (void)p, (void)out; }
int64_t process_cpu(const struct process *p) { return p->cpu; }
int relay_listen(struct buffer *error) { return buffer_printf(error, "no port"), 0; }
int relay_reserve(struct buffer *error) { return error ? 4711 : 0; }
void relay_data(long id, const char *bytes, size_t count) { (void)id, (void)bytes, (void)count; }
void relay_answered(long id, uint64_t received, int64_t until) { (void)id, (void)received, (void)until; }
void relay_close(long id) { (void)id; }
void relay_reset(void) {}
void templates_end_relayed(void) {}
void template_freeze(const char *name) { control_refuse("fork", "%s", name); }
void template_fork(const char *name, const int64_t *time) { control_ok("%s %lld", name, (long long)(time ? *time : 0)); }
void template_end(const char *name) { control_refuse("fork", "%s", name); }
const char *directory_name(void) { return "."; }
bool directory_empty(void) { return true; }
bool file_write(char *path, const char *bytes, size_t size) { return path && (bytes || !size); }
bool file_read(const char *path, struct buffer *content) { return buffer_append(content, path, strlen(path)), true; }

struct process *process_find(const char *name) {
  static struct process one = {.name = (char *)"one"};
  return strcmp(name, one.name) ? NULL : &one;
}

bool slack_of(const char *word, int64_t *slack) { return frame_number(word, slack); }

struct process *process_start(char **words, struct buffer *error) {
  for (; *words; words++) buffer_word(error, *words, strlen(*words));
  return NULL;
}

/* What was understood, said again, is understood as the same. */
static void check_round_trip(const char *bytes, size_t size) {
  static char *words[MOST_WORDS], *again[MOST_WORDS];
  struct buffer line = {0};
  char *copy = malloc(size + 1), *end = memchr(bytes, '\n', size);
  memcpy(copy, bytes, size);
  int count = frame_split(copy, end ? (size_t)(end - bytes) : size, words);
  for (int i = 0; i < count; i++) {
    if (i) buffer_append(&line, " ", 1);
    buffer_word(&line, words[i], strlen(words[i]));
  }
  size_t said = buffer_size(&line);
  buffer_append(&line, "\n", 1);
  if (count > 0 && frame_split(buffer_bytes(&line), said, again) != count) abort();
  for (int i = 0; i < count; i++)
    if (strcmp(words[i], again[i])) abort();
  buffer_free(&line);
  free(copy);
}

static void say_as_stranger(const char *bytes, size_t size) {
  struct stranger s = {.size = size < LONGEST_HELLO ? size : LONGEST_HELLO};
  memcpy(s.said, bytes, s.size);
  char *end = memchr(s.said, '\n', s.size);
  secret = "secret";
  if (end) knows_the_token(&s, (size_t)(end - s.said));
}

static void say_as_client(const char *bytes, size_t size) {
  static int ends[2];
  char answer[65536];
  if (!control_connected()) {
    loop_init();
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends)) abort();
    control_serve(ends[0], dup(ends[0]), "", 0);
  }
  finished = false;
  buffer_free(&in);
  size_t first = size ? (size_t)(unsigned char)*bytes % (size + 1) : 0; /* frames come in pieces */
  buffer_append(&in, bytes, first);
  take_frames();
  buffer_append(&in, bytes + first, size - first);
  if (!finished) take_frames();
  while (read(ends[1], answer, sizeof answer) > 0) {
  }
  buffer_free(&out);
}

int LLVMFuzzerTestOneInput(const char *bytes, size_t size);

int LLVMFuzzerTestOneInput(const char *bytes, size_t size) {
  check_round_trip(bytes, size);
  say_as_stranger(bytes, size);
  say_as_client(bytes, size);
  return 0;
}
