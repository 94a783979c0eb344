"""Small logs of each app and dialect, written for the tests."""

from __future__ import annotations

STRONG = {
    "1": (
        "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"
        '2024-05-06 18:00:00,"Legs",1h 8m,"Lying Leg Curl (Machine)",W,20.0,12,0,0,"light, easy","good\nday",\n'
        '2024-05-06 18:00:00,"Legs",1h 8m,"Lying Leg Curl (Machine)",1,40.0,10,0,0,"","good\nday",8\n'
        '2024-05-06 18:00:00,"Legs",1h 8m,"Lying Leg Curl (Machine)",Rest Timer,0,0,0,90,,,\n'
        '2024-05-06 18:00:00,"Legs",1h 8m,"Lying Leg Curl (Machine)",F,40.0,8,0,0,"","good\nday",10\n'
        '2024-05-06 18:00:00,"Legs",1h 8m,"Plank",1,0,0,0,60,"","good\nday",\n'
    ),
    "2": (
        "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE\n"
        '2024-05-06 18:00:00,"Legs",35m,"Nordic Curl",1,0,5.0,0,0.0,\n'
        '2024-05-06 18:00:00,"Legs",35m,"Nordic Curl",2,0,4.0,0,0.0,\n'
    ),
    "3": (
        "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;Seconds;Notes;Workout Notes\n"
        '2024-05-06 18:00:00;"Legs";"Romanian Deadlift (Barbell)";1;132,5;lbs;8;7,5;;;0;"";""\n'
        '2024-05-06 18:00:00;"Legs";"Romanian Deadlift (Barbell)";D;100,25;lbs;12;;;;0;"";""\n'
    ),
    "4": (
        "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;"
        "Distance Unit;Seconds;Notes;Workout Notes;Workout Duration\n"
        '2024-05-06 18:00:00;"Run";"Running";1;;;;;2,5;km;900;"";"";45m\n'
    ),
    "5": (
        "Workout #;Date;Workout Name;Duration (sec);Exercise Name;Set Order;Weight (kg);Reps;RPE;"
        "Distance (meters);Seconds;Notes;Workout Notes\n"
        '7;2024-05-06 18:00:00;"Legs";4080;"Seated Leg Curl (Machine)";1;52.5;10;9;;;"";""\n'
    ),
}
HEVY = (
    '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index","set_type",'
    '"{weight}","reps","{distance}","duration_seconds","rpe"\n'
    '"Beine","15 Sep 2025, 07:48","15 Sep 2025, 09:13","","Seated Leg Curl (Machine)",,"Sitz 4",0,"warmup",20,10,,0,6\n'
    '"Beine","15 Sep 2025, 07:48","15 Sep 2025, 09:13","","Seated Leg Curl (Machine)",,"Sitz 4",1,"normal",40.5,10,,0,8.5\n'
    '"Beine","15 Sep 2025, 07:48","15 Sep 2025, 09:13","","Seated Leg Curl (Machine)",,"Sitz 4",2,"failure",40.5,8,,0,10\n'
    '"Beine","15 Sep 2025, 07:48","15 Sep 2025, 09:13","","Seated Leg Curl (Machine)",0,"",0,"normal",30,12,,,\n'
    '"Beine","15 Sep 2025, 07:48","15 Sep 2025, 09:13","","Zercher Carry",0,"",0,"dropset",30,,0.5,45,\n'
    '"Beine","15 Sep 2025, 07:48","15 Sep 2025, 09:13","","Zercher Carry",0,"",1,"normal",,,,,\n'
    '"Früh","1 mars 2025, 06:00","1 mars 2025, 06:30","","Nordic Hamstring Curl",,"",0,"normal",,5,,0,\n'
)
FITNOTES = {
    "android": (
        "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment\n"
        "2023-01-09,Lying Leg Curl,Legs,80.0,lbs,10,,,,slow\n"
        "2023-01-09,Barbell Squat,Legs,100.0,kgs,5,,,,\n"
        "2023-01-09,Lying Leg Curl,Legs,80.0,lbs,9,,,,\n"
        "2023-01-10,Cycling,Cardio,,,,5.0,km,0:20:00,\n"
    ),
    "ios": (
        "Date,Exercise,Category,Weight (kg),Weight (lbs),Reps,Distance,Distance Unit,Time,Notes,Kind\n"
        "2023-01-09,Lying Leg Curl,Legs,36.3,80.0,10,,,,,Warmup\n"
        "2023-01-09,Lying Leg Curl,Legs,,100.0,8,,,,,\n"
    ),
}
WGER_CSV = (
    "id,date,session,exercise,routine,slot_entry,iteration,repetitions,repetitions_target,repetitions_unit,weight,weight_target,weight_unit,rir,rir_target,rest,rest_target\n"
    "0190a5b0-0000-7000-8000-000000000001,2024-07-01T18:00:00+02:00,11,Lying leg curl,1,1,1,10.00,10,1,40.00,40,1,2,2,90,90\n"
    "0190a5b0-0000-7000-8000-000000000002,2024-07-01T18:05:00+02:00,11,Lying leg curl,1,1,1,30.00,30,3,,,1,,,,\n"
    "0190a5b0-0000-7000-8000-000000000003,2024-07-01T18:09:00+02:00,11,73,1,1,1,8,8,2,100,100,2,,,,\n"
)
WGER_JSON = (
    '{"count": 2, "results": ['
    '{"id": "0190a5b0-0000-7000-8000-000000000001", "date": "2024-07-01T18:00:00+02:00", "session": 11, "exercise": 73,'
    ' "repetitions": "10.00",'
    ' "repetitions_unit": 1, "weight": "40.00", "weight_unit": 1, "rir": "2.0", "rest": 90},'
    '{"id": 5, "nothing": true}]}'
)


def hevy(weight: str = "weight_kg", distance: str = "distance_km") -> str:
    """The Hevy log with its weight in kilograms or pounds."""
    return HEVY.replace("{weight}", weight).replace("{distance}", distance)
