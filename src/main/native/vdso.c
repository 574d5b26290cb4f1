#include <elf.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "vclock.h"

static uint64_t vdso_base(pid_t pid) {
  char path[64];
  snprintf(path, sizeof path, "/proc/%d/auxv", pid);
  int fd = open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return 0;
  Elf64_auxv_t entry;
  uint64_t base = 0;
  while (read(fd, &entry, sizeof entry) == sizeof entry && entry.a_type != AT_NULL)
    if (entry.a_type == AT_SYSINFO_EHDR) base = entry.a_un.a_val;
  close(fd);
  return base;
}

/* The vDSO is an ELF image of a page or two; its section headers locate the symbols. */
uint64_t vdso_find(pid_t pid, int memory, const char *name) {
  uint64_t base = vdso_base(pid);
  if (!base) return 0;
  enum { LARGEST = 8 * 4096 };
  char *image = need(calloc(1, LARGEST));
  size_t size = 0;
  for (; size < LARGEST; size += 4096)
    if (pread(memory, image + size, 4096, (off_t)(base + size)) != 4096) break;

  uint64_t found = 0;
  const Elf64_Ehdr *header = (const void *)image;
  if (size && !memcmp(header->e_ident, ELFMAG, SELFMAG) &&
      header->e_shoff + (uint64_t)header->e_shnum * sizeof(Elf64_Shdr) <= size) {
    const Elf64_Shdr *sections = (const void *)(image + header->e_shoff);
    for (int i = 0; i < header->e_shnum && !found; i++) {
      const Elf64_Shdr *s = &sections[i];
      if (s->sh_type != SHT_DYNSYM || s->sh_link >= header->e_shnum) continue;
      const Elf64_Shdr *strings = &sections[s->sh_link];
      if (s->sh_offset + s->sh_size > size || strings->sh_offset + strings->sh_size > size) continue;
      const Elf64_Sym *symbols = (const void *)(image + s->sh_offset);
      for (size_t k = 0; k < s->sh_size / sizeof *symbols; k++)
        if (symbols[k].st_name < strings->sh_size &&
            !strcmp(image + strings->sh_offset + symbols[k].st_name, name))
          found = base + symbols[k].st_value;
    }
  }
  free(image);
  return found;
}
