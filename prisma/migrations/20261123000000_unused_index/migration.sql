-- Who was contacted is counted by what they were told (20261122074100), so nothing looks for ended first clocks by time any more.
DROP INDEX "case_clock_contacted_idx";
