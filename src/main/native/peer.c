/* Finds the user at the other end of a loopback connection, because every user of the machine can connect. */
#include <arpa/inet.h>
#include <errno.h>
#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/sock_diag.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "vclock.h"

enum { ESTABLISHED = 1 };

/*
 * Asks the kernel for the socket with these ends; false if it does not know or does not answer, as in some
 * containers. The tables below are answered in proportion to their size, even if they are empty.
 */
static bool ask_kernel(const struct sockaddr_in *local, const struct sockaddr_in *remote,
                       struct inet_diag_msg *answer) {
  static int netlink = -1;
  if (netlink < 0) netlink = socket(AF_NETLINK, SOCK_DGRAM | SOCK_CLOEXEC, NETLINK_SOCK_DIAG);
  struct {
    struct nlmsghdr header;
    struct inet_diag_req_v2 request;
  } question = {
      .header = {.nlmsg_len = sizeof question, .nlmsg_type = SOCK_DIAG_BY_FAMILY, .nlmsg_flags = NLM_F_REQUEST},
      .request = {.sdiag_family = AF_INET, .sdiag_protocol = IPPROTO_TCP, .idiag_states = UINT32_MAX,
                  .id = {.idiag_sport = local->sin_port, .idiag_dport = remote->sin_port,
                         .idiag_src = {local->sin_addr.s_addr}, .idiag_dst = {remote->sin_addr.s_addr},
                         .idiag_cookie = {INET_DIAG_NOCOOKIE, INET_DIAG_NOCOOKIE}}}};
  union {
    struct nlmsghdr header;
    char space[1024];
  } reply;
  while (recv(netlink, &reply, sizeof reply, MSG_DONTWAIT) > 0) {
  }
  if (send(netlink, &question, sizeof question, 0) != sizeof question) return false;
  ssize_t size = recv(netlink, &reply, sizeof reply, MSG_DONTWAIT);
  if (size < (ssize_t)NLMSG_LENGTH(sizeof *answer) || reply.header.nlmsg_type != SOCK_DIAG_BY_FAMILY)
    return false;
  memcpy(answer, NLMSG_DATA(&reply.header), sizeof *answer);
  return answer->id.idiag_dport == remote->sin_port; /* not of a socket that listens */
}

/*
 * A row of /proc/net/tcp describes one end of a connection: its address, the other address, and its user. A
 * closed connection belongs to no user, but is listed as root's, so its row does not identify the user.
 */
static bool is_in(const char *table, const char *ends, bool *readable, long *stranger) {
  char line[512], local[40], remote[40], row[90];
  unsigned user, state;
  bool found = false;
  FILE *file = fopen(table, "re");
  if (!file && (errno == ENOENT || errno == EACCES)) *readable = false;
  while (file && !found && fgets(line, sizeof line, file))
    if (sscanf(line, "%*d: %39s %39s %x %*x:%*x %*x:%*x %*x %u", local, remote, &state, &user) ==
        4) {
      snprintf(row, sizeof row, "%s %s", local, remote);
      if (strcmp(row, ends)) continue;
      found = user == geteuid();
      if (!found && state == ESTABLISHED) *stranger = user;
    }
  if (file) fclose(file);
  return found;
}

bool peer_is_ours(int fd, long *stranger) {
  struct sockaddr_in peer = {0}, own = {0};
  socklen_t size = sizeof peer, own_size = sizeof own;
  *stranger = -1;
  if (getpeername(fd, (struct sockaddr *)&peer, &size) ||
      getsockname(fd, (struct sockaddr *)&own, &own_size))
    return false;
  struct inet_diag_msg known;
  if (ask_kernel(&peer, &own, &known) && known.idiag_state == ESTABLISHED) {
    *stranger = known.idiag_uid;
    return known.idiag_uid == geteuid();
  }
  char ends[40], mapped[100];
  bool readable = true;
  snprintf(ends, sizeof ends, "%08X:%04X %08X:%04X", peer.sin_addr.s_addr, ntohs(peer.sin_port),
           own.sin_addr.s_addr, ntohs(own.sin_port));
  /* The same of a socket for IPv6. */
  const char *prefix = "0000000000000000FFFF0000";
  snprintf(mapped, sizeof mapped, "%s%.13s %s%s", prefix, ends, prefix, ends + 14);
  /* Accept the connection if the kernel does not provide the tables. */
  return is_in("/proc/net/tcp", ends, &readable, stranger) ||
         is_in("/proc/net/tcp6", mapped, &readable, stranger) || !readable;
}
