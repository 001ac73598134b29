/* SPDX-License-Identifier: GPL-3.0-or-later
 * The compartments of keys in words: who holds one, and what stands in the place of a text that it seals.
 */
#pragma once

#include "core/field.h"

G_BEGIN_DECLS

/**
 * HearthCompartment:
 * @icon_name: of its key
 * @who: N_(): who opens it, in a word or two
 * @holders: N_(): the same as a sentence
 * @closed: N_(): what somebody without the key reads in place of the text; NULL: nothing, not even that there is a field
 * @apart: whether its fields stand out from the others of a form
 */
typedef struct {
  const char *name;
  const char *icon_name;
  const char *who;
  const char *holders;
  const char *closed;
  bool apart;
} HearthCompartment;

/** What @field is sealed for; NULL where it is not sealed. */
const HearthCompartment *hearth_compartment_of (const HearthField *field);
/** The compartment called @name; for one that has no words of its own, words that suit any. */
const HearthCompartment *hearth_compartment_get (const char *name);

G_END_DECLS
