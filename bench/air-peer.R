# The peer of `air-read` and `air-year`: data.table on all cores. Its year leaves out what costs a table engine extra code: the rule for ozone days
# with few hours, decimal rounding, the composite index; so it does less than ours.
# usage: Rscript bench/air-peer.R read FOLDER [ROUNDS] | year [STATIONS] [ROUNDS]
suppressPackageStartupMessages(library(data.table))
setDTthreads(0)
asked <- commandArgs(TRUE)
number <- function(at, other) if (length(asked) >= at) as.integer(asked[at]) else other
tell <- function(what, times) cat(sprintf("%s: best %.3f s, median %.3f s, %d threads, data.table %s\n", what, min(times), median(times), getDTthreads(), packageVersion("data.table")))

read <- function(folder, rounds) {
  files <- list.files(folder, "\\.csv$", full.names = TRUE)
  tell(sprintf("fread of %d files", length(files)), replicate(rounds, system.time(for (file in files) fread(file))[["elapsed"]]))
}

grades <- c(0, 50, 100, 150, 200, 300, 400, 500)
limits <- list(pm25 = c(0, 35, 75, 115, 150, 250, 350, 500), pm10 = c(0, 50, 150, 250, 350, 420, 500, 600), so2 = c(0, 50, 150, 475, 800, 1600, 2100, 2620),
               no2 = c(0, 40, 80, 180, 280, 565, 750, 940), co = c(0, 2, 4, 14, 24, 36, 48, 60), o3 = c(0, 100, 160, 215, 265, 800, 1000, 1200))
shares <- c(pm25 = .95, pm10 = .95, so2 = .98, no2 = .98, co = .95, o3 = .9)

# Grouped by expressions that data.table runs in its own compiled loops (mean, sum and max by group), not by functions of R.
evaluate <- function(hours) {
  items <- names(limits)
  rolling <- copy(hours)
  rolling[, o3 := frollmean(o3, 8, na.rm = TRUE)]
  days <- rolling[, lapply(.SD, mean, na.rm = TRUE), by = .(station, month, day), .SDcols = setdiff(items, "o3")]
  days[, o3 := rolling[, .(o3 = max(o3, na.rm = TRUE)), by = .(station, month, day)]$o3]
  present <- hours[, lapply(.SD, function(x) as.integer(!is.na(x))), .SDcols = items][, `:=`(station = hours$station, day = hours$day)]
  counts <- present[, lapply(.SD, sum), by = .(station, day), .SDcols = items]
  for (item in items) set(days, which(counts[[item]] < 20L | !is.finite(days[[item]])), item, NA_real_)
  index <- days[, lapply(items, function(item) ceiling(approx(limits[[item]], grades, get(item), rule = 2)$y))]
  days[, aqi := do.call(pmax, c(index, na.rm = TRUE))]
  means <- function(by) days[, c(lapply(.SD, mean, na.rm = TRUE), list(good = sum(aqi <= 100, na.rm = TRUE))), by = by, .SDcols = items]
  months <- means(c("station", "month"))
  year <- means("station")
  percentiles <- days[, Map(function(x, p) quantile(x, p, na.rm = TRUE, names = FALSE), .SD, shares), by = station, .SDcols = items]
  year[, place := frank(pm25)]
  list(months, year, percentiles)
}

year <- function(stations, rounds) {
  set.seed(1)
  count <- stations * 365L * 24L
  at <- rep(rep(0:364, each = 24L), stations)
  hours <- data.table(station = rep(seq_len(stations), each = 365L * 24L), month = as.POSIXlt(as.Date("2025-01-01") + at)$mon, day = at)
  for (item in names(limits)) set(hours, j = item, value = ifelse(runif(count) < 0.02, NA, floor(runif(count) * 2000) / 10))
  tell(sprintf("a year of %d stations, %.1f M values", stations, count * length(limits) / 1e6), replicate(rounds, system.time(evaluate(hours))[["elapsed"]]))
}

if (asked[1] == "read") read(asked[2], number(3, 7)) else year(number(2, 1000L), number(3, 3))
