/* SPDX-License-Identifier: GPL-3.0-or-later
 * The compartments of keys in words: who holds one, and what stands in the place of a text that it seals.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "config.h"

#include "widgets/compartment.h"

#include <glib/gi18n-lib.h>

#include "widgets/lock-mark.h"

static const HearthCompartment compartments[] = {
  { .name = "counselling",
    .icon_name = "hearth-counselling-symbolic",
    .who = N_ ("Counsellors"),
    .holders = N_ ("Opens only for those who were given the counsellors’ key."),
    .closed = N_ ("Sealed for counsellors") },
  { .name = "medical",
    .icon_name = "hearth-medical-symbolic",
    .who = N_ ("Nurses"),
    .holders = N_ ("Opens only for those who were given the nurses’ key."),
    .closed = N_ ("Sealed for nurses") },
  { .name = "legal",
    .icon_name = "hearth-legal-symbolic",
    .who = N_ ("Legal work"),
    .holders = N_ ("Opens only for those who were given the legal key."),
    .closed = N_ ("Sealed for legal officers and the director") },
  { .name = "safeguarding",
    .icon_name = "hearth-safeguarding-symbolic",
    .who = N_ ("Director"),
    .holders = N_ ("Opens only for those who were given the safeguarding key."),
    .closed = N_ ("Sealed for the director") },
  { .name = HEARTH_COMPARTMENT_AUTHOR,
    .icon_name = HEARTH_ICON_SEALED,
    .who = N_ ("Only you"),
    .holders = N_ ("Only you hold the key, and the recovery sheet. Nobody else reads it or sees whether "
                   "there is something."),
    .apart = true },
};

static const HearthCompartment other = {
  .icon_name = HEARTH_ICON_SEALED,
  .who = N_ ("Sealed"),
  .holders = N_ ("Only those hold the key to whom it was given."),
  .closed = N_ ("Sealed for others"),
};

const HearthCompartment *
hearth_compartment_get (const char *name)
{
  g_return_val_if_fail (name != NULL, &other);

  for (gsize i = 0; i < G_N_ELEMENTS (compartments); i++)
    if (g_str_equal (compartments[i].name, name))
      return &compartments[i];
  return &other;
}

const HearthCompartment *
hearth_compartment_of (const HearthField *field)
{
  g_return_val_if_fail (field != NULL, NULL);

  if (field->kind != HEARTH_FIELD_SEALED)
    return NULL;
  return field->compartment != NULL ? hearth_compartment_get (field->compartment) : &other;
}
