#!/usr/bin/python3
"""Ingests quotes and news from the files of a directory, and tells Prometheus about it.

A run is made whenever it is scraped: so it lives by the clock of who scrapes, be it the real one or
that of a drill, which a drill tells in a header.
"""

import os
import sys
import time
from wsgiref.simple_server import WSGIRequestHandler, make_server

from prometheus_client import Counter, Gauge, make_wsgi_app

SOURCES = ("quotes", "news")
SUCCESS = Gauge("pipeline_job_success_status", "1 if the last run succeeded", ["source"])
LAST = Gauge("pipeline_last_successful_ingestion_timestamp_seconds", "When", ["source"])
ERRORS = Counter("pipeline_component_errors", "Failed runs", ["component"])


def ingest(source, now):
    errors = ERRORS.labels(source + "-loader")  # there from the start: 0 is not "absent"
    try:
        with open(os.path.join(sys.argv[1], source + ".csv"), encoding="utf-8") as rows:
            print(source, len(rows.readlines()), "rows", flush=True)
        LAST.labels(source).set(now)
        SUCCESS.labels(source).set(1)
    except OSError as failure:
        print(source, failure, flush=True)
        errors.inc()
        SUCCESS.labels(source).set(0)


class Quiet(WSGIRequestHandler):
    def log_message(self, format, *args):
        pass


def application(environ, start_response, metrics=make_wsgi_app()):
    now = float(environ.get("HTTP_FIREDRILL_TIME", time.time()))
    for source in SOURCES:
        ingest(source, now)
    return metrics(environ, start_response)


make_server("127.0.0.1", int(os.environ["PORT"]), application, handler_class=Quiet).serve_forever()
