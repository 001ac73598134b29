/* SPDX-License-Identifier: GPL-3.0-or-later
 * What went wrong, in plain sentences: what happened, that nothing was lost, what to do next.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "config.h"

#include "store/store.h"
#include "vault/vault.h"

#include <glib/gi18n-lib.h>

/* A sentence with %s takes the error's own message: the system's words, or where the damage is. */

static const char *const vault_sentences[] = {
  [HEARTH_VAULT_ERROR_WRONG] = N_ ("The name or the password is not right. Please try again."),
  [HEARTH_VAULT_ERROR_WAIT] =
    N_ ("There were several tries that were not right, so Hearth waits a little before the next one. Nothing "
        "is locked for good: please wait and try again."),
  [HEARTH_VAULT_ERROR_MISSING] =
    N_ ("There is no key file (house.keys) in this folder. If a house is kept here, put the file back from a "
        "backup, next to house.db: its records cannot be opened without it. If not, please choose another "
        "folder."),
  [HEARTH_VAULT_ERROR_DAMAGED] =
    N_ ("The key file of this house (house.keys) is damaged, and so is its earlier version. Hearth changed "
        "nothing. Put the file back from a backup, next to house.db."),
  [HEARTH_VAULT_ERROR_NEWER] = N_ ("The key file of this house was written by a newer version of Hearth. "
                                   "Nothing was changed. Install the "
                                   "newer version on this computer to open the house."),
  [HEARTH_VAULT_ERROR_WEAK] = N_ ("This password is too easy to guess, so nothing was changed. Please choose "
                                  "at least 12 characters, not "
                                  "all alike, or four words."),
  [HEARTH_VAULT_ERROR_TAKEN] =
    N_ ("This name, or this folder, is already in use. Nothing was changed. Please choose another one."),
  [HEARTH_VAULT_ERROR_DENIED] =
    N_ ("Your keys do not open this part of the records. Nothing was changed. If you need it for your work, "
        "please ask the person who manages the accounts."),
  [HEARTH_VAULT_ERROR_IO] = N_ ("The key file could not be read or written (%s). The keys that were there "
                                "are kept. Check the disk and "
                                "the folder, then try again."),
  [HEARTH_VAULT_ERROR_FULL] =
    N_ ("There is no room left on the disk for the key file. The keys that were there are kept. Make room on "
        "the disk, then try again."),
  [HEARTH_VAULT_ERROR_MEMORY] =
    N_ ("This computer has too little free memory to keep the keys safe. Nothing was changed. Close other "
        "programs, then try again."),
  [HEARTH_VAULT_ERROR_NAME] = N_ ("This sign-in name cannot be used: it is empty, too long, or not text. "
                                  "Nothing was changed. Please choose another one."),
};

static const char *const store_sentences[] = {
  [HEARTH_STORE_ERROR_KEY] = N_ ("The key file and the records in this folder do not belong together. "
                                 "Nothing was changed. Put house.db "
                                 "and house.keys of the same backup into the folder."),
  [HEARTH_STORE_ERROR_NEWER] =
    N_ ("This house was last used with a newer version of Hearth. Nothing was changed. Install the newer "
        "version on this computer to open it."),
  [HEARTH_STORE_ERROR_LOCKED] = N_ ("Hearth is already at work on this house, in another window or for "
                                    "another person. Nothing was changed. "
                                    "Close it there or wait until it is done, then try again."),
  [HEARTH_STORE_ERROR_CORRUPT] = N_ ("A part of this house's files is damaged or missing (%s). Hearth "
                                     "changed nothing. Please do not delete "
                                     "anything; restore the newest backup into a new folder."),
  [HEARTH_STORE_ERROR_FULL] = N_ ("There is no room left on the disk, so this was not saved. Everything "
                                  "saved before is safe. Make room "
                                  "on the disk, then save again."),
  [HEARTH_STORE_ERROR_IO] =
    N_ ("The disk did not do what it was asked (%s), so this was not saved. Everything saved before is kept. "
        "Check the disk and its cable, then open the house again."),
  [HEARTH_STORE_ERROR_READ_ONLY] = N_ ("This folder can only be read, and Hearth has to write in it. "
                                       "Nothing was changed; everything saved before is safe. Ask for "
                                       "the right to write there, or choose another folder."),
  [HEARTH_STORE_ERROR_NETWORK] = N_ ("This folder is on a network drive, where records can be damaged "
                                     "without a sign. Nothing was changed. "
                                     "Please choose a folder on this computer's own disk."),
  [HEARTH_STORE_ERROR_NOT_A_HOUSE] = N_ ("There is no house in this folder. Nothing was changed. Please "
                                         "choose the folder that holds house.db and "
                                         "house.keys."),
  [HEARTH_STORE_ERROR_EXISTS] =
    N_ ("This folder is not empty. What is in it was left as it is. Please choose an empty or a new folder."),
  [HEARTH_STORE_ERROR_CONFLICT] = N_ ("This was changed by somebody else while you were writing. Your text "
                                      "is kept here and theirs is saved. "
                                      "Look at both, then save again."),
  [HEARTH_STORE_ERROR_CONSTRAINT] =
    N_ ("This does not fit with other records of the house, so it was not saved. Everything saved before is "
        "safe. Check what it refers to, then save again."),
  [HEARTH_STORE_ERROR_INVALID] =
    N_ ("Something here needs another look before it can be saved. What you typed is kept. The places are "
        "marked; correct them, then save again."),
  [HEARTH_STORE_ERROR_DENIED] =
    N_ ("Your role does not include this. Nothing was changed. If you need it for your work, please ask the "
        "house manager."),
  [HEARTH_STORE_ERROR_CLOSED_RECORD] = N_ ("This record is signed or closed and stays as it is. Nothing was "
                                           "changed. To put something right, add "
                                           "to it or mark it as entered in error."),
  [HEARTH_STORE_ERROR_NOT_FOUND] =
    N_ ("This record is not here any more, or was never in this house. Nothing was changed. Go back and look "
        "for it with the search."),
  [HEARTH_STORE_ERROR_CANCELLED] =
    N_ ("This was stopped before it was done. Nothing was changed, and you can start it again at any time."),
  [HEARTH_STORE_ERROR_TOO_LARGE] = N_ ("This file is larger than 200 MB, so it was not added. Nothing else "
                                       "was changed. Please add a smaller "
                                       "version of it, or several parts."),
  [HEARTH_STORE_ERROR_NOT_HELD] =
    N_ ("You do not hold this key yourself, and nobody can pass on a key they do not hold. Nothing was "
        "changed. Please ask somebody who holds it, or use the recovery sheet."),
  [HEARTH_STORE_ERROR_LAST_HOLDER] =
    N_ ("Nobody else holds this key, so it was not taken away: the texts sealed with it would be closed to "
        "everybody. Nothing was changed. Please give the key to somebody else first."),
  [HEARTH_STORE_ERROR_FIRST_PASSWORD] = N_ (
    "This person still signs in with a password that somebody gave to them, and who gave it could open the "
    "key too. Nothing was changed. The person signs in and chooses a password first; then please give the "
    "key."),
  [HEARTH_STORE_ERROR_OTHER_HOUSE] =
    N_ ("This is a copy of another house. Nothing was changed. Please choose a copy of this one."),
  [HEARTH_STORE_ERROR_EARLIER_KEY] =
    N_ ("This copy was made before the key of the house was replaced, so today’s keys do not open it. "
        "Nothing "
        "was changed. Put it back into a new folder, and it opens with a password of that time."),
  [HEARTH_STORE_ERROR_LENT] =
    N_ ("A house cannot be used in this folder: it is outside of Hearth’s own, and nothing there would keep "
        "a "
        "second program out while you write. Nothing was changed. Please make a copy of the house and put it "
        "back here: it then lies in Hearth’s own folder."),
};

static const char *
lookup_sentence (const GError *error)
{
  const char *const *table = NULL;
  gsize length = 0;

  if (error->domain == HEARTH_VAULT_ERROR)
    table = vault_sentences, length = G_N_ELEMENTS (vault_sentences);
  else if (error->domain == HEARTH_STORE_ERROR)
    table = store_sentences, length = G_N_ELEMENTS (store_sentences);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return store_sentences[HEARTH_STORE_ERROR_CANCELLED];
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return store_sentences[HEARTH_STORE_ERROR_FULL];

  if (table && error->code >= 0 && (gsize) error->code < length && table[error->code])
    return table[error->code];
  return N_ ("Something did not work (%s). Everything saved before is kept. Please try again.");
}

char *
hearth_store_error_to_sentence (const GError *error)
{
  g_auto (GStrv) parts = NULL;
  const char *detail;

  g_return_val_if_fail (error, NULL);

  detail = error->message && *error->message ? error->message : _ ("no further word from the system");
  /* Not printf: a translation must not be able to make a format string of itself. */
  parts = g_strsplit (_ (lookup_sentence (error)), "%s", 2);
  return g_strjoinv (detail, parts);
}

char *
hearth_store_describe_wait (unsigned int seconds)
{
  unsigned int minutes = (seconds + 59) / 60;

  if (seconds == 0)
    return g_strdup (_ ("You can try again now."));
  if (seconds < 100)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Please wait %u second, then try again.",
                                         "Please wait %u seconds, then try again.", seconds),
                            seconds);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Please wait about %u minute, then try again.",
                                       "Please wait about %u minutes, then try again.", minutes),
                          minutes);
}
