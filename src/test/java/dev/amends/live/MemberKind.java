package dev.amends.live;

import java.util.List;

/** What a queue's members are made of. */
enum MemberKind {
    /** The phone itself. */
    PJSIP("PJSIP/%s"),
    /** A way through another dialplan that stays in the call, as FreePBX has it. */
    LOCAL_KEPT("Local/%s@foreign/n"),
    /** One that vanishes from the call once it is answered. */
    LOCAL("Local/%s@foreign");

    private static final String REP = "rep1";
    private static final String SENIOR = "senior1";

    private final String form;

    MemberKind(String form) {
        this.form = form;
    }

    /** From now on rep1 and the senior are members of this kind. */
    void staff(Stage stage) {
        if (this == PJSIP) {
            return;
        }
        for (String phone : List.of(REP, SENIOR)) {
            stage.pbx()
                    .cli(
                            "dialplan add extension %1$s,1,Dial,PJSIP/%1$s into foreign replace"
                                    .formatted(phone));
        }
        stage.centre().pauseIn("support", List.of(REP));
        stage.centre().pauseIn("support-senior", List.of(SENIOR));
        stage.pbx().cli("queue add member " + member(REP) + " to support");
        stage.pbx().cli("queue add member " + member(SENIOR) + " to support-senior");
    }

    /** What this phone's rep is called as a member. */
    String member(String phone) {
        return form.formatted(phone);
    }

    /** As before. */
    void leave(Stage stage) {
        if (this == PJSIP) {
            return;
        }
        stage.pbx().cli("queue remove member " + member(REP) + " from support");
        stage.pbx().cli("queue remove member " + member(SENIOR) + " from support-senior");
        stage.everybodyOnDuty();
    }
}
