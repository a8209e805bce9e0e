noinst_LIBRARIES += librollup.a
librollup_a_SOURCES = \
	%D%/phase.c %D%/phase.h \
	%D%/forecast.c %D%/forecast.h \
	%D%/lights.c %D%/lights.h \
	%D%/netting.c %D%/netting.h \
	%D%/outlook.c %D%/outlook.h %D%/spread.c %D%/spread.h \
	%D%/delay.c %D%/delay.h \
	%D%/curve.c %D%/curve.h \
	%D%/key_figures.c %D%/key_figures.h \
	%D%/forecast_error.c %D%/forecast_error.h \
	%D%/effect.c %D%/effect.h \
	%D%/pace.c %D%/pace.h \
	%D%/slippage.c %D%/slippage.h \
	%D%/attain.c %D%/attain.h \
	%D%/scorecard.c %D%/scorecard.h \
	%D%/rollup.c %D%/rollup.h \
	%D%/adjust.c %D%/adjust.h \
	%D%/action_sums.c %D%/action_sums.h \
	%D%/check.h %D%/remark.c %D%/check_sums.c %D%/check_overlaps.c %D%/check_rings.c \
	%D%/series.c %D%/series.h \
	%D%/check_goals.c %D%/check_names.c %D%/check_codes.c %D%/check_indicators.c \
	%D%/check_places.c %D%/check_assignments.c %D%/check_decisions.c \
	%D%/check_data.c %D%/check_stages.c %D%/check_basis.c %D%/check_savings.c %D%/check_followup.c \
	%D%/detail.c %D%/detail.h %D%/detail_text.c \
	%D%/compare.c %D%/compare.h %D%/compare_facts.c %D%/compare_facts.h \
	%D%/compare_goals.c %D%/compare_tell.c %D%/compare_tell.h \
	%D%/overview.c %D%/overview.h
