package io.firedrill.internal.alertmanager;

/** Configurations for tests. */
final class Configurations {

  /** Everything that a configuration with webhooks can contain in all supported versions. */
  static final String FULL =
      """
      global:
        resolve_timeout: 10m
        smtp_smarthost: mail.example.org:25
        slack_api_url_file: /etc/slack
        http_config: {proxy_url: "http://proxy.example.org"}
      templates: []
      route:
        receiver: nobody
        group_by: ['...']
        group_wait: 30s
        routes:
        - matchers: ['severity="page"']
          receiver: data on-call/é
          continue: true
          mute_time_intervals: [nights]
        - match_re: {team: a|b}
          receiver: two places
          repeat_interval: 4h
      inhibit_rules:
      - source_matchers: [severity="page"]
        target_matchers: [severity="info"]
        equal: [cluster]
      time_intervals:
      - name: nights
        time_intervals:
        - times: [{start_time: 22:00, end_time: '24:00'}]
          weekdays: ['monday:friday']
          years: [2026]
      tracing: {endpoint: tracing.example.org}
      receivers:
      - name: data on-call/é
        webhook_configs:
        - url: https://user:secret@example.org/hook?a=b
          send_resolved: true
          max_alerts: 5
          http_config: {basic_auth: {username: u, password: p}}
      - name: nobody
      - name: two places
        webhook_configs: [{url: "http://example.net"}, {url: "http://example.org"}]
        slack_configs: []
      """;

  private Configurations() {}
}
