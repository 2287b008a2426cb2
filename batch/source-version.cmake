# SPDX-License-Identifier: GPL-3.0-or-later
# Writes OUTPUT, a header with the checksums of the sources below ROOT by which documents are read and
# mapped, so that a store tells two builds of one version apart. Equal sources give equal checksums,
# whatever the compiler, its options and the machine.

function (checksum name)
  set (lines "")
  file (GLOB files RELATIVE ${ROOT} ${ARGN})
  foreach (file ${files})
    file (SHA256 ${ROOT}/${file} sum)
    string (APPEND lines "${sum}  ${file}\n")
  endforeach ()
  string (SHA256 sum "${lines}")
  string (SUBSTRING ${sum} 0 12 sum)
  set (definitions "${definitions}#define ${name} \"${sum}\"\n" PARENT_SCOPE)
endfunction ()

checksum (ZB_READING_SOURCES ${ROOT}/extract/*.[ch] ${ROOT}/batch/encoding.[ch]
          ${ROOT}/batch/document-model*.[ch])
checksum (ZB_MAPPING_SOURCES ${ROOT}/normalize/*.[ch] ${ROOT}/schema/*.[ch] ${ROOT}/emit/*.[ch]
          ${ROOT}/batch/row.[ch] ${ROOT}/batch/report-rows.[ch])
file (WRITE ${OUTPUT} "/* Made by source-version.cmake. */\n${definitions}")
