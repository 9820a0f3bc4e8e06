#pragma once

// What this program was built from, as Package.swift read it from the environment; NULL if unknown.
extern const char *const ledger_commit;
extern const char *const ledger_commit_time;
