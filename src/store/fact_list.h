/*
 * fact_list.h - every fact table, in the order the digest takes them.  No include guard.
 * FACT(table); a new one goes last, so that old digests keep their order.
 */
FACT(programme)
FACT(programme_version)
FACT(unit)
FACT(area)
FACT(action)
FACT(action_version)
FACT(line)
FACT(target)
FACT(saving)
FACT(round)
FACT(status_report)
FACT(forecast)
FACT(requirement)
FACT(overlap)
FACT(reallocation)
FACT(calculation)
FACT(benchmark)
