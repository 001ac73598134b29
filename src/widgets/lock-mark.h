/* SPDX-License-Identifier: GPL-3.0-or-later
 * The two locks, and what each promises: one with a key for what cryptography enforces, a plain one for what the program
 * enforces.
 */
#pragma once

#include <adwaita.h>

#include "widgets/compartment.h"

G_BEGIN_DECLS

#define HEARTH_ICON_SEALED "hearth-lock-key-symbolic"
#define HEARTH_ICON_LOCKED "hearth-lock-symbolic"

/** A button with the lock and key, which explains itself; with @named it says who opens it. Floating. */
GtkWidget *hearth_lock_mark_new_sealed (const HearthCompartment *compartment, bool named);
/** A button with the plain lock, which explains itself. @words: translated: what is kept from whom; @label: (nullable):
 * the same in a word or two, beside the lock. Floating. */
GtkWidget *hearth_lock_mark_new_plain (const char *words, const char *label);

G_END_DECLS
