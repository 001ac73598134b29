/* SPDX-License-Identifier: GPL-3.0-or-later
 * The invented house: any size, from a seed, the same each time. For --demo, tests, screenshots and benchmarks.
 */
#pragma once

#include "store/audit.h"
#include "vault/vault.h"

G_BEGIN_DECLS

/**
 * HearthDemoOptions:
 * @residents: how many have ever lived there
 * @months: how long the house has kept records, up to @clock's now
 * @seed: another one, another house
 * @cost: of the staff's passwords; NULL for the real one
 * @cancellable: (nullable): looked at between two days
 */
typedef struct {
  unsigned int residents;
  unsigned int months;
  guint32 seed;
  HearthClock *clock;
  const HearthKeyCost *cost;
  GCancellable *cancellable;
} HearthDemoOptions;

#define HEARTH_DEMO_RESIDENTS 24
#define HEARTH_DEMO_MONTHS 18
#define HEARTH_DEMO_SEED 1

/** Anybody may know these passwords: they are made from the seed, and nobody in the house is real. */
typedef struct {
  char *user;
  char *password;
  const char *role;
} HearthDemoAccount;

typedef struct {
  GPtrArray *accounts; /* of HearthDemoAccount, one for each role, the director first */
  gint64 residents;
  gint64 records;
} HearthDemoResult;

void hearth_demo_result_free (HearthDemoResult *result);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthDemoResult, hearth_demo_result_free)

/**
 * hearth_demo_create:
 * @folder: empty, or not there yet
 *
 * Every record is written by a person of the staff, at the time it tells of, and signed with that person's key.
 * Blocks; may run in a thread. What is left in @folder after an error is for the caller to remove.
 *
 * Returns: (transfer full): who can sign in, or NULL with an error of vault or store, or G_IO_ERROR_CANCELLED
 */
HearthDemoResult *hearth_demo_create (const char *folder,
                                      const HearthDemoOptions *options,
                                      HearthProgressFunc progress,
                                      gpointer user_data,
                                      GError **error);

G_END_DECLS
