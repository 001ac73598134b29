/* SPDX-License-Identifier: GPL-3.0-or-later
 * The folder of a house: its files, its lock, and whether it lies on a disk of this machine.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/folder.h"

#include "store/backup-file.h"
#include "vault/vault.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <limits.h>
#include <linux/magic.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/vfs.h>
#include <sys/xattr.h>
#include <unistd.h>

/* Not in every linux/magic.h. */
#define CIFS_MAGIC 0xff534d42
#define SMB2_MAGIC 0xfe534d42
#define CEPH_MAGIC 0x00c36400
#define LUSTRE_MAGIC 0x0bd00bd0
#define GFS2_MAGIC 0x01161970

#define HOST_PATH "user.document-portal.host-path"

char *
hearth_house_dup_db_path (const char *folder)
{
  return g_build_filename (folder, "house.db", NULL);
}

char *
hearth_house_dup_next_db_path (const char *folder)
{
  return g_build_filename (folder, "house.db.next", NULL);
}

bool
hearth_house_check_files (const char *folder, GError **error)
{
  static const char *const names[] = { "house.keys", "house.db" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
        {
          g_set_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_NOT_A_HOUSE, "there is no %s", names[i]);
          return false;
        }
    }
  return true;
}

static char *
dup_lock_path (const char *folder)
{
  return g_build_filename (folder, "house.lock", NULL);
}

int
hearth_house_lock (const char *folder, GError **error)
{
  g_autofree char *path = dup_lock_path (folder);
  int fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  int saved_errno;

  if (fd < 0)
    {
      hearth_file_set_error (error, errno);
      return -1;
    }
  if (flock (fd, LOCK_EX | LOCK_NB) == 0)
    return fd;
  saved_errno = errno;
  close (fd);
  if (saved_errno == EWOULDBLOCK)
    g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_LOCKED, "house.lock is taken");
  else
    hearth_file_set_error (error, saved_errno);
  return -1;
}

void
hearth_house_unlock (int fd)
{
  /* The file stays: removing it would let two holders lock two different files of one name. */
  if (fd >= 0)
    close (fd);
}

void
hearth_house_note_opened (int fd, const char *house)
{
  /* Only for a better word when something is wrong: where it cannot be written, nothing is lost. */
  if (ftruncate (fd, 0) != 0 || pwrite (fd, house, strlen (house), 0) < 0)
    g_message ("house.lock: %s", g_strerror (errno));
}

/* Whether another house than @house was opened in @folder before. */
static bool
was_another (const char *folder, const char *house)
{
  g_autofree char *path = dup_lock_path (folder);
  g_autofree char *opened = NULL;

  return g_file_get_contents (path, &opened, NULL, NULL) && *opened != '\0' && !g_str_equal (opened, house);
}

bool
hearth_file_system_is_network (gint64 f_type, const char *name)
{
  static const gint64 types[] = { NFS_SUPER_MAGIC, SMB_SUPER_MAGIC, CIFS_MAGIC,       SMB2_MAGIC,
                                  AFS_SUPER_MAGIC, AFS_FS_MAGIC,    CODA_SUPER_MAGIC, NCP_SUPER_MAGIC,
                                  CEPH_MAGIC,      LUSTRE_MAGIC,    GFS2_MAGIC };
  static const char *const names[] = {
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "ncpfs",
    "afs",
    "ceph",
    "lustre",
    "davfs",
    "gfs2",
    "ocfs2",
    "fuse.sshfs",
    "fuse.davfs",
    "fuse.davfs2",
    "fuse.rclone",
    "fuse.s3fs",
    "fuse.gcsfuse",
    "fuse.curlftpfs",
    "fuse.glusterfs",
    "fuse.ceph",
    "fuse.ceph-fuse",
    "fuse.gvfsd-fuse",
    "fuse.google-drive-ocamlfuse",
    "fuse.onedriver",
    "fuse.smbnetfs",
    "fuse.juicefs",
    NULL,
  };

  /* statfs () answers in a long, which on 32 bits is negative for the larger ones. */
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if ((f_type & 0xffffffff) == (types[i] & 0xffffffff))
      return true;
  return g_strv_contains (names, name);
}

/* The file system's name behind a device, from the kernel's table of mounts; "" when not found. */
static char *
lookup_file_system_name (dev_t device)
{
  g_autofree char *table = NULL;
  g_autofree char *number = g_strdup_printf ("%u:%u", major (device), minor (device));
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents ("/proc/self/mountinfo", &table, NULL, NULL))
    return g_strdup ("");
  lines = g_strsplit (table, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);
      const char *dash = strstr (lines[i], " - ");

      if (g_strv_length (words) > 3 && g_str_equal (words[2], number) && dash != NULL)
        return g_strndup (dash + 3, strcspn (dash + 3, " "));
    }
  return g_strdup ("");
}

bool
hearth_file_system_is_lent (const char *name)
{
  return g_str_equal (name, "fuse.portal");
}

/* Also where the portal itself does not answer any more. */
static bool
is_in_document_folder (const char *path)
{
  g_autofree char *documents = g_build_filename (g_get_user_runtime_dir (), "doc", NULL);
  gsize length = strlen (documents);

  return g_str_has_prefix (path, documents) && (path[length] == '\0' || path[length] == G_DIR_SEPARATOR);
}

bool
hearth_path_is_lent (const char *path)
{
  g_autofree char *folder = g_canonicalize_filename (path, NULL);
  g_autofree char *name = NULL;
  struct stat status;

  if (is_in_document_folder (folder))
    return true;
  while (stat (folder, &status) != 0)
    {
      g_autofree char *below = g_steal_pointer (&folder);

      if (g_str_equal (below, "/"))
        return false;
      folder = g_path_get_dirname (below);
    }
  name = lookup_file_system_name (status.st_dev);
  return hearth_file_system_is_lent (name);
}

char *
hearth_lent_dup_host_path (const char *path)
{
  char host[PATH_MAX + 1];
  ssize_t length = getxattr (path, HOST_PATH, host, sizeof host - 1);

  if (length <= 0)
    return NULL;
  host[length] = '\0';
  return g_strdup (host);
}

bool
hearth_house_check_local (const char *folder, GError **error)
{
  g_autofree char *name = NULL;
  struct statfs system;
  struct stat status;

  if (statfs (folder, &system) != 0 || stat (folder, &status) != 0)
    {
      hearth_file_set_error (error, errno);
      return false;
    }
  name = lookup_file_system_name (status.st_dev);
  if (hearth_file_system_is_lent (name))
    {
      g_set_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_LENT, "%s", name);
      return false;
    }
  if (!hearth_file_system_is_network (system.f_type, name))
    return true;
  g_set_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_NETWORK, "%s", name);
  return false;
}

bool
hearth_house_is_damage (const char *folder, HearthKeyring *keyring, const GError *error)
{
  g_autofree char *house = NULL;

  if (g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CORRUPT))
    return true;
  if (!g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_KEY))
    return false;
  house = hearth_vault_read_house_id (folder, NULL);
  return g_strcmp0 (house, hearth_keyring_get_house_id (keyring)) == 0 && !was_another (folder, house);
}
